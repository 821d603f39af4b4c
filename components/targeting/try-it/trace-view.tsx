'use client';

import { useTranslations } from 'next-intl';
import type { TraceStep } from '@/lib/engine/trace';
import { shownSteps } from './trace-steps';
import { TraceStepView } from './trace-step-view';

export interface TraceViewProps {
  trace: readonly TraceStep[];
  variants: readonly { key: string }[];
  /** Leads to a rule in the form. */
  onReveal?: (rule: string) => void;
}

/** Each step of the evaluation, and what it had to say. */
export function TraceView({ trace, variants, onReveal }: TraceViewProps) {
  const t = useTranslations('explain');
  return (
    <ol aria-label={t('steps')} className="grid pb-2">
      {shownSteps(trace).map((step) => (
        <TraceStepView
          key={step.step === 'rule' ? `rule-${step.ruleId}` : step.step}
          step={step}
          variants={variants}
          onReveal={onReveal}
        />
      ))}
    </ol>
  );
}
