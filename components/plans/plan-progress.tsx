'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { PlanItem } from '@/lib/services/plans/types';

type Tracked = Pick<PlanItem, 'steps' | 'step' | 'status'>;

/** How far a plan is: a bar for each step, and the same in words. */
export function PlanProgress({ plan, className }: { plan: Tracked; className?: string }) {
  const text = useProgressText()(plan);
  return (
    <span className={cn('grid w-full max-w-44 min-w-0 gap-1', className)}>
      <span aria-hidden="true" className="flex gap-0.5">
        {plan.steps.map(({ index, state }) => (
          <span
            key={index}
            className={cn(
              'h-1.5 min-w-0.5 flex-1 rounded-full',
              state === 'done' && 'bg-primary',
              state === 'current' && (plan.status === 'holding' ? 'bg-warning' : 'bg-primary/50'),
              state === 'upcoming' && 'bg-input',
              state === 'undone' && 'bg-destructive/50',
            )}
          />
        ))}
      </span>
      <span className="truncate text-xs leading-4 text-muted-foreground tabular-nums">{text}</span>
    </span>
  );
}

/** "Step 2 of 4" and the like. */
export function useProgressText(): (plan: Tracked) => string {
  const t = useTranslations('plans.progress');
  return ({ steps, step, status }) => {
    const total = steps.length;
    if (status === 'completed') return t('all', { total });
    if (step === null) return t(status === 'draft' ? 'none' : 'undone', { total });
    return t('at', { step: step + 1, total });
  };
}
