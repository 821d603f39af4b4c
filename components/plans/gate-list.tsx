'use client';

import { CircleCheck, CircleHelp, CircleX, Gauge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/shared/relative-time';
import { Sparkline } from '@/components/shared/sparkline';
import { cn } from '@/components/ui/cn';
import { useSignal } from '@/lib/client/use-signal';
import type { PlanGateView, PlanGuardrailView, SignalReading } from '@/lib/services/plans/types';
import { usePlanWords } from './use-plan-words';

/** Where signals are read. */
export interface SignalPlace {
  project: string;
  environment: string;
  flag: string;
}

/** `unread`: of a step that is not in force nothing is read. */
type Verdict = 'good' | 'bad' | 'unknown' | 'unread';

const MARKS: Record<Verdict, { Icon: typeof CircleCheck; className: string }> = {
  good: { Icon: CircleCheck, className: 'text-success' },
  bad: { Icon: CircleX, className: 'text-destructive-text' },
  unknown: { Icon: CircleHelp, className: 'text-warning' },
  unread: { Icon: Gauge, className: 'text-muted-foreground' },
};

const verdictOf = (isGood: boolean | null, isRead: boolean): Verdict =>
  isRead ? (isGood === null ? 'unknown' : isGood ? 'good' : 'bad') : 'unread';

export interface GateListProps {
  place: SignalPlace;
  gates: readonly PlanGateView[];
  /** Whether it is the step in force. */
  isRead: boolean;
}

/** What must hold before the next step, each with the newest value beside it. */
export function GateList({ place, gates, isRead }: GateListProps) {
  const t = useTranslations('plans.gate');
  const words = usePlanWords();
  return (
    <ul aria-label={t('title')} className="divide-y">
      {gates.map((gate) => {
        const verdict = verdictOf(gate.met, isRead);
        const window = words.duration(gate.window);
        return (
          <SignalRow key={gate.signal} place={place} signal={gate.signal} verdict={verdict} reading={gate.current}>
            <span className="text-sm font-medium break-words">{words.asked(gate)}</span>
            <span className={cn('text-[13px]', MARKS[verdict].className)}>{t(verdict, { window })}</span>
          </SignalRow>
        );
      })}
    </ul>
  );
}

/** What must not happen, and what is done if it does. */
export function GuardrailList({
  place,
  guardrails,
  isRead,
}: Omit<GateListProps, 'gates'> & { guardrails: readonly PlanGuardrailView[] }) {
  const t = useTranslations('plans.guardrail');
  const words = usePlanWords();
  return (
    <ul aria-label={t('title')} className="divide-y">
      {guardrails.map((guardrail, place_) => {
        const verdict = verdictOf(guardrail.breached === null ? null : !guardrail.breached, isRead);
        const window = words.duration(guardrail.window);
        return (
          <SignalRow
            // The same signal may be watched twice: to pause early, and to roll back late.
            key={`${guardrail.signal}-${place_.toString()}`}
            place={place}
            signal={guardrail.signal}
            verdict={verdict}
            reading={guardrail.current}
          >
            <span className="text-sm font-medium break-words">{words.guardrail(guardrail)}</span>
            <span
              className={cn('text-[13px]', verdict === 'unknown' ? 'text-muted-foreground' : MARKS[verdict].className)}
            >
              {t(verdict, { window })}
            </span>
          </SignalRow>
        );
      })}
    </ul>
  );
}

interface SignalRowProps {
  place: SignalPlace;
  signal: string;
  verdict: Verdict;
  reading: SignalReading | null;
  children: ReactNode;
}

function SignalRow({ place, signal, verdict, reading, children }: SignalRowProps) {
  const { Icon, className } = MARKS[verdict];
  const words = usePlanWords();
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon aria-hidden="true" className={cn('mt-0.5 size-4 shrink-0', className)} />
      <span className="grid min-w-0 flex-1 gap-0.5">{children}</span>
      <Trend place={place} signal={signal} />
      <span className="grid w-20 shrink-0 justify-items-end">
        <span
          className={cn('text-base leading-5 font-semibold tabular-nums', reading === null && 'text-muted-foreground')}
        >
          {reading === null ? '–' : words.number(reading.value)}
        </span>
        {reading && <RelativeTime at={reading.at} className="truncate text-xs text-muted-foreground" />}
      </span>
    </li>
  );
}

/** The newest values that were posted, as far as there are any. */
function Trend({ place, signal }: { place: SignalPlace; signal: string }) {
  const t = useTranslations('plans.gate');
  const { data } = useSignal(place.project, place.environment, signal);
  const own = (data?.items ?? []).filter(({ flag }) => flag === null || flag === place.flag);
  return (
    <Sparkline
      points={own.map(({ value }) => value).reverse()}
      label={t('trend', { signal })}
      width={88}
      height={24}
      className="shrink-0 max-sm:hidden"
    />
  );
}
