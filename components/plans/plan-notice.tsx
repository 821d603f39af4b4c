'use client';

import { CirclePause, Hourglass, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { PlanStatus, PlanView } from '@/lib/services/plans/types';
import { usePlanWords } from './use-plan-words';

const LOOKS: Partial<Record<PlanStatus, { Icon: typeof Hourglass; className: string }>> = {
  holding: { Icon: Hourglass, className: 'border-warning/40 bg-warning/8 [&>svg]:text-warning' },
  paused: { Icon: CirclePause, className: 'bg-muted/60' },
  rolledBack: { Icon: Undo2, className: 'border-destructive/40 bg-destructive/8 [&>svg]:text-destructive-text' },
  failed: { Icon: TriangleAlert, className: 'border-destructive/40 bg-destructive/8 [&>svg]:text-destructive-text' },
};

/** Why a plan is not simply going on. */
export function PlanNotice({ plan }: { plan: Pick<PlanView, 'status' | 'reason' | 'left'> }) {
  const t = useTranslations('plans.notice');
  const words = usePlanWords();
  const look = LOOKS[plan.status];
  if (!look) return null;
  const { Icon, className } = look;
  return (
    <div role="status" className={cn('flex gap-2.5 rounded-lg border px-4 py-3 text-sm', className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium">{t(plan.status)}</p>
        {plan.reason && <p className="break-words">{words.reason(plan.reason)}</p>}
        {plan.status === 'paused' && plan.left !== null && plan.left > 0 && (
          <p className="text-muted-foreground">{t('left', { left: words.span(plan.left) })}</p>
        )}
      </div>
    </div>
  );
}
