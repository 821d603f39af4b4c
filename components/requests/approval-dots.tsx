'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

/** Approvals given and wanted, as dots; in words for those who do not see them. */
export function ApprovalDots({ given, required }: { given: number; required: number }) {
  const t = useTranslations('requests');
  const words = t('approvals', { given, required });
  return (
    <span className="inline-flex items-center gap-1" role="img" aria-label={words} title={words}>
      {Array.from({ length: Math.max(required, given) }, (_, place) => (
        <span
          key={`dot-${place.toString()}`}
          className={cn('size-2.5 rounded-full border', place < given ? 'border-success bg-success' : 'border-control')}
        />
      ))}
    </span>
  );
}
