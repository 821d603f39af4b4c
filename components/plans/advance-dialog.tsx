'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useTickingNow } from '@/components/shared/now-provider';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';
import type { PlanView } from '@/lib/services/plans/types';
import { ActDialog } from './act-dialog';
import type { PlansPlace } from './plan-place';
import { StepTimeline } from './step-timeline';
import { usePlanWords } from './use-plan-words';

export interface AdvanceDialogProps {
  place: PlansPlace;
  plan: PlanView;
  onClose: () => void;
  onConfirm: (asked: { step?: number; force?: boolean; comment?: string }) => Promise<unknown>;
}

/** Goes on now: says what that skips, and wants a reason where gates are passed that are not met. */
export function AdvanceDialog({ place, plan, onConfirm, ...props }: AdvanceDialogProps) {
  const t = useTranslations('plans.advance');
  const words = usePlanWords();
  const now = useTickingNow();
  const id = useId();
  const [isForced, setForced] = useState(false);
  const current = plan.steps.find(({ index }) => index === plan.step);
  const next = plan.steps.find(({ index }) => index === (plan.step ?? -1) + 1);
  const unmet = (current?.gates ?? []).filter(({ met }) => met !== true);
  const left = plan.nextAt === null ? 0 : Date.parse(plan.nextAt) - now;
  return (
    <ActDialog
      {...props}
      place={place}
      title={next ? t('title', { number: next.index + 1 }) : t('complete')}
      description={left > 0 ? t('skips', { left: words.span(left) }) : t('description')}
      confirmLabel={t('confirm')}
      reached={next ? [next.environment] : []}
      commented={plan.environments}
      needsComment={unmet.length > 0}
      disabled={unmet.length > 0 && !isForced}
      onConfirm={(comment) => onConfirm({ step: plan.step ?? undefined, force: isForced || undefined, comment })}
    >
      {next && (
        <div className="max-h-60 overflow-y-auto rounded-md border bg-muted/40 px-3 py-2.5">
          <StepTimeline place={place} steps={[{ ...next, from: null }]} />
        </div>
      )}
      {unmet.length > 0 && (
        <div className="grid gap-2 rounded-md border border-warning/40 bg-warning/8 px-3 py-2.5 text-[13px]">
          <p className="font-medium">{t('unmet', { count: unmet.length })}</p>
          <ul className="grid list-disc gap-0.5 pl-4">
            {unmet.map((gate) => (
              <li key={gate.signal}>
                {words.asked(gate)} –{' '}
                {gate.current === null
                  ? t('noValue', { window: words.duration(gate.window) })
                  : t('isAt', { value: words.number(gate.current.value) })}
              </li>
            ))}
          </ul>
          <div className="flex items-center gap-2">
            <Checkbox id={id} checked={isForced} onCheckedChange={(checked) => setForced(checked === true)} />
            <Label htmlFor={id} className="font-normal">
              {t('force')}
            </Label>
          </div>
        </div>
      )}
    </ActDialog>
  );
}
