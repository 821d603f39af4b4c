'use client';

import { ToggleGroup as ToggleGroupPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A segmented control: one border around all, the chosen item raised on the page's own background. */
export function ToggleGroup({ className, ...props }: ComponentProps<typeof ToggleGroupPrimitive.Root>) {
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      className={cn('inline-flex h-8 w-fit items-stretch gap-0.5 rounded-md border bg-muted p-0.5', className)}
      {...props}
    />
  );
}

export function ToggleGroupItem({ className, ...props }: ComponentProps<typeof ToggleGroupPrimitive.Item>) {
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      className={cn(
        'inline-flex min-w-7 items-center justify-center gap-1.5 rounded-sm border border-transparent px-2 text-[13px]',
        'font-medium whitespace-nowrap text-muted-foreground transition-colors hover:text-foreground',
        'disabled:pointer-events-none disabled:opacity-50 data-[state=on]:border-border data-[state=on]:bg-background',
        "data-[state=on]:text-foreground [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
        className,
      )}
      {...props}
    />
  );
}
