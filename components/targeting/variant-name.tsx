'use client';

import { useTranslations } from 'next-intl';
import { VariantDot } from '@/components/shared/variant-dot';
import { cn } from '@/components/ui/cn';
import { useTargeting } from './targeting-context';

/** A variant's place in the flag's definition, or null for one that is not in it. */
export function useVariantIndex(): (variant: string | null) => number | null {
  const { flag } = useTargeting();
  return (variant) => {
    const index = flag.variants.findIndex(({ key }) => key === variant);
    return index < 0 ? null : index;
  };
}

/** A variant with its colour; null is the caller's own default. */
export function VariantName({ variant, className }: { variant: string | null; className?: string }) {
  const t = useTranslations('targeting.variant');
  const indexOf = useVariantIndex();
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-1.5', className)}>
      <VariantDot index={indexOf(variant)} />
      {variant === null ? (
        <span className="truncate">{t('caller')}</span>
      ) : (
        <span className="truncate font-mono text-[13px]">{variant}</span>
      )}
    </span>
  );
}
