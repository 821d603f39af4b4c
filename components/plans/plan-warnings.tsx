'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PlanWarning } from '@/lib/services/plans/types';
import { usePlanWords } from './use-plan-words';

/** What should be looked at before a plan is started. */
export function PlanWarnings({ warnings }: { warnings: readonly PlanWarning[] }) {
  const t = useTranslations('plans');
  const words = usePlanWords();
  const sentences = [...new Set(warnings.map((warning) => words.warning(warning)))];
  if (sentences.length === 0) return null;
  return (
    <ul
      aria-label={t('warnings')}
      className="grid gap-1.5 rounded-md border border-warning/40 bg-warning/8 px-3 py-2 text-[13px]"
    >
      {sentences.map((sentence) => (
        <li key={sentence} className="flex gap-2">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-warning" />
          <span className="min-w-0 break-words">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
