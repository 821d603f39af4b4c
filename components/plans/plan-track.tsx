'use client';

import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { useTickingNow } from '@/components/shared/now-provider';
import { RelativeTime } from '@/components/shared/relative-time';
import { cn } from '@/components/ui/cn';
import type { PlanStatus, PlanStepState, PlanStepView } from '@/lib/services/plans/types';
import { environmentsOf, type PlansPlace } from './plan-place';
import { usePlanWords } from './use-plan-words';

export interface PlanTrackProps {
  place: PlansPlace;
  status: PlanStatus;
  steps: readonly PlanStepView[];
  /** Index of the one that is looked at. */
  chosen: number | null;
  onChoose: (index: number) => void;
}

/** The steps in order, side by side where there is room; choosing one shows what it asks for. */
export function PlanTrack({ place, status, steps, chosen, onChoose }: PlanTrackProps) {
  const t = useTranslations('plans.track');
  return (
    <ol
      aria-label={t('title')}
      className="grid rounded-lg border bg-card p-2 md:auto-cols-[minmax(10.5rem,1fr)] md:grid-flow-col md:overflow-x-auto"
    >
      {steps.map((step, place_) => (
        <li
          key={step.index}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="relative flex min-w-0"
        >
          {place_ < steps.length - 1 && <Line isDone={step.state === 'done'} />}
          <button
            type="button"
            aria-pressed={chosen === step.index}
            onClick={() => onChoose(step.index)}
            className={cn(
              'flex w-full min-w-0 items-start gap-3 rounded-md p-2 text-left transition-colors hover:bg-accent/60',
              'md:flex-col md:gap-2',
              chosen === step.index && 'bg-accent hover:bg-accent',
            )}
          >
            <Mark state={step.state} status={status} number={step.index + 1} />
            <StepSummary place={place} step={step} status={status} />
          </button>
        </li>
      ))}
    </ol>
  );
}

const Line = ({ isDone }: { isDone: boolean }) => (
  <span
    aria-hidden="true"
    className={cn(
      'pointer-events-none absolute z-10 max-md:top-9 max-md:-bottom-1 max-md:left-[19px] max-md:w-px',
      'md:top-[19px] md:-right-1 md:left-10 md:h-px',
      isDone ? 'bg-primary' : 'bg-input',
    )}
  />
);

function Mark({ state, status, number }: { state: PlanStepState; status: PlanStatus; number: number }) {
  const t = useTranslations('plans.track');
  const isWaiting = status === 'holding' || status === 'paused';
  return (
    <span
      className={cn(
        'z-20 flex size-6 shrink-0 items-center justify-center rounded-full border bg-card text-xs font-medium tabular-nums',
        state === 'done' && 'border-primary bg-primary text-primary-foreground',
        state === 'current' && 'border-2 text-foreground',
        state === 'current' && (isWaiting ? 'border-warning' : 'border-primary'),
        state === 'upcoming' && 'border-input text-muted-foreground',
        state === 'undone' && 'border-destructive/50 text-destructive-text',
      )}
    >
      {state === 'done' && <Check aria-hidden="true" className="size-3.5" />}
      {state === 'undone' && <Undo2 aria-hidden="true" className="size-3.5" />}
      {state === 'done' || state === 'undone' ? (
        <span className="sr-only">{t('number', { number })}</span>
      ) : (
        <span aria-hidden="true">{number}</span>
      )}
      <span className="sr-only">{t(`state.${state}`)}</span>
    </span>
  );
}

type SummaryProps = Pick<PlanTrackProps, 'place' | 'status'> & { step: PlanStepView };

function StepSummary({ place, step, status }: SummaryProps) {
  const t = useTranslations('plans.track');
  const words = usePlanWords();
  const [environment] = environmentsOf(place, [step.environment]);
  const met = step.gates.filter((gate) => gate.met === true).length;
  return (
    <span className="grid min-w-0 flex-1 content-start gap-1 text-[13px] leading-[18px]">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className={cn('text-base font-semibold tabular-nums', step.state === 'undone' && 'line-through')}>
          {words.percent(step.percentage)}
        </span>
        {environment && <EnvironmentBadge environment={environment} variant="plain" className="text-[13px]" />}
      </span>
      <span className="line-clamp-2 break-words text-muted-foreground">{words.who(step)}</span>
      {step.duration !== null && <span className="text-muted-foreground">{words.duration(step.duration)}</span>}
      {step.gates.length > 0 && (
        <span className="text-muted-foreground">
          {step.state === 'current'
            ? t('gatesMet', { met, count: step.gates.length })
            : t('gates', { count: step.gates.length })}
        </span>
      )}
      <StepDates step={step} status={status} />
    </span>
  );
}

/** Since when it is in force and when the next follows; of those ahead, when they follow at the earliest. */
function StepDates({ step, status }: Omit<SummaryProps, 'place'>) {
  const t = useTranslations('plans.track');
  const now = useTickingNow();
  const { state, from, until } = step;
  if (from === null || state === 'undone') return null;
  if (state === 'upcoming' && Date.parse(from) <= now) {
    return <span className="text-xs text-muted-foreground">{t('onceGatesPass')}</span>;
  }
  if (state !== 'current') {
    return (
      <span className="text-xs text-muted-foreground">
        {t.rich(state === 'done' ? 'doneAt' : 'from', { time: () => <RelativeTime at={from} /> })}
      </span>
    );
  }
  const hasNext = until !== null && status === 'running';
  return (
    <span className="grid text-xs">
      <span className="font-medium text-link">{t.rich('since', { time: () => <RelativeTime at={from} /> })}</span>
      {hasNext && (
        <span className="text-muted-foreground">{t.rich('next', { time: () => <RelativeTime at={until} /> })}</span>
      )}
    </span>
  );
}
