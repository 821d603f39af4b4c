'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { CheckTrace } from '@/lib/engine/trace';

/** Whether a condition holds for the context being tried; faint where it made no difference. */
export function CheckMark({ check }: { check: CheckTrace | undefined }) {
  const t = useTranslations('explain.check');
  if (!check) return null;
  const Icon = check.verdict === 'pass' ? Check : X;
  const label = t(check.counted ? check.verdict : 'uncounted');
  return (
    <Icon
      role="img"
      aria-label={label}
      className={cn(
        'size-4 shrink-0',
        check.verdict === 'pass' ? 'text-success' : 'text-destructive-text',
        !check.counted && 'opacity-40',
      )}
    />
  );
}
