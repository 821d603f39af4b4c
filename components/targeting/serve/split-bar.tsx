'use client';

import { variantColor } from '@/components/shared/variant-color';
import { cn } from '@/components/ui/cn';
import type { WeightedVariant } from '@/lib/engine/types';
import { useVariantIndex } from '../variant-name';
import { totalOf } from './shares';

/** Shares side by side in their variants' colours; decoration beside the numbers. */
export function SplitBar({ split, className }: { split: readonly WeightedVariant[]; className?: string }) {
  const indexOf = useVariantIndex();
  const whole = Math.max(100_000, totalOf(split));
  return (
    <div aria-hidden="true" className={cn('flex h-2 gap-px overflow-hidden rounded-full bg-input', className)}>
      {split.map(({ variant, weight }) => {
        const index = indexOf(variant);
        return (
          <span
            key={variant}
            className="h-full"
            style={{
              width: `${(weight / whole) * 100}%`,
              backgroundColor: index === null ? 'var(--control)' : variantColor(index),
            }}
          />
        );
      })}
    </div>
  );
}
