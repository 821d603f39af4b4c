'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import type { ExplainView } from '@/lib/services/configurations/types';
import { TraceView } from './trace-view';
import { VerdictView } from './verdict-view';

export interface ResultProps {
  answer: ExplainView | undefined;
  variants: readonly { key: string }[];
  error: Error | null;
  isBlocked?: boolean;
  isStale?: boolean;
  onReveal?: (rule: string) => void;
}

/** The verdict and how it came about. */
export function Result({ answer, variants, error, isBlocked = false, isStale = false, onReveal }: ResultProps) {
  const t = useTranslations('targeting.tryIt');
  return (
    <div className="border-t" aria-busy={isStale}>
      {(isBlocked || error) && (
        <p className="flex items-start gap-2 px-4 pt-3 text-[13px] text-warning" role="status">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {isBlocked ? t('blocked') : t('failed', { message: error?.message ?? '' })}
        </p>
      )}
      {answer ? (
        <div>
          <VerdictView answer={answer} variants={variants} />
          <TraceView trace={answer.trace} variants={variants} onReveal={onReveal} />
        </div>
      ) : (
        !error &&
        !isBlocked && (
          <div className="grid gap-2 p-4">
            <Skeleton className="h-12 w-full rounded-md" />
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        )
      )}
    </div>
  );
}
