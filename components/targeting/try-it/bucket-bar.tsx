'use client';

import { useTranslations } from 'next-intl';
import { variantColor } from '@/components/shared/variant-color';
import { WHOLE } from '@/lib/changes/limits';
import type { BucketTrace } from '@/lib/engine/trace';

/** Where a subject's bucket falls, and the ranges it is held against. */
export function BucketBar({ trace, variants }: { trace: BucketTrace; variants: readonly { key: string }[] }) {
  const t = useTranslations('explain.bucket');
  const { unit, value, bucket, ranges, purpose } = trace;
  const place = bucket === null ? null : bucket / 1000;
  const share = (ranges.at(-1)?.to ?? 0) / 1000;
  const colorOf = (variant: string | null): string => {
    const index = variants.findIndex(({ key }) => key === variant);
    return index < 0 ? 'var(--primary)' : variantColor(index);
  };
  const params = { unit, value: value ?? '', bucket: place ?? 0, share };
  const text =
    place === null
      ? t(value === null && share > 0 && share < 100 ? 'missing' : purpose === 'in' ? 'whole' : 'unneeded', params)
      : t(purpose === 'in' ? 'rollout' : 'split', params);
  return (
    <div className="grid gap-1">
      <div className="relative py-1" aria-hidden="true">
        <div className="relative h-2 overflow-hidden rounded-full bg-input">
          {ranges.map(({ variant, from, to, holds }) => (
            <span
              key={`${from}-${to}-${variant ?? ''}`}
              className="absolute inset-y-0 border-r border-card"
              style={{
                left: `${(from / WHOLE) * 100}%`,
                width: `${((to - from) / WHOLE) * 100}%`,
                backgroundColor: colorOf(variant),
                opacity: holds || bucket === null ? 1 : 0.4,
              }}
            />
          ))}
        </div>
        {place !== null && (
          <span
            className="absolute inset-y-0 w-0.5 -translate-x-1/2 rounded-full bg-foreground ring-2 ring-card"
            style={{ left: `${place}%` }}
          />
        )}
      </div>
      <p className="text-xs break-words text-muted-foreground tabular-nums">{text}</p>
    </div>
  );
}
