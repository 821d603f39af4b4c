'use client';

import { Slider as SliderPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** `aria-label` and `aria-valuetext` go to the thumb, which is what has the slider role. */
export function Slider({
  className,
  value,
  defaultValue,
  min = 0,
  max = 100,
  'aria-label': label,
  'aria-labelledby': labelledBy,
  'aria-valuetext': valueText,
  id,
  ...props
}: ComponentProps<typeof SliderPrimitive.Root>) {
  const thumbs = value ?? defaultValue ?? [min];
  return (
    <SliderPrimitive.Root
      data-slot="slider"
      value={value}
      defaultValue={defaultValue}
      min={min}
      max={max}
      className={cn(
        'relative flex h-5 w-full touch-none items-center select-none data-[disabled]:opacity-50',
        className,
      )}
      {...props}
    >
      <SliderPrimitive.Track className="relative h-1 w-full grow overflow-hidden rounded-full bg-input">
        <SliderPrimitive.Range className="absolute h-full bg-primary" />
      </SliderPrimitive.Track>
      {thumbs.map((_, index) => (
        <SliderPrimitive.Thumb
          // Thumbs have no identity but their place.
          key={`thumb-${index.toString()}`}
          id={index === 0 ? id : undefined}
          aria-label={label}
          aria-labelledby={labelledBy}
          aria-valuetext={valueText}
          className="block size-4 rounded-full border-2 border-primary bg-background transition-shadow hover:ring-4 hover:ring-primary/15"
        />
      ))}
    </SliderPrimitive.Root>
  );
}
