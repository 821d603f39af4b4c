'use client';

import { useTranslations } from 'next-intl';
import type { TraceStep } from '@/lib/engine/trace';
import { shownSteps } from './trace-steps';
import { TraceStepView } from './trace-step-view';

const MOST_OPEN = 4;

export interface TraceViewProps {
  trace: readonly TraceStep[];
  variants: readonly { key: string }[];
  /** Leads to a rule in the form. */
  onReveal?: (rule: string) => void;
}

/** Each step of the evaluation, and what it had to say. */
export function TraceView({ trace, variants, onReveal }: TraceViewProps) {
  const t = useTranslations('explain');
  const steps = shownSteps(trace);
  // Why each rule let the context pass is shown at once as long as that is not too much.
  const isShort = steps.filter(({ step }) => step === 'rule').length <= MOST_OPEN;
  return (
    <ol aria-label={t('steps')} className="grid pb-2">
      {steps.map((step) => (
        <TraceStepView
          key={step.step === 'rule' ? `rule-${step.ruleId}` : step.step}
          step={step}
          variants={variants}
          isShort={isShort}
          onReveal={onReveal}
        />
      ))}
    </ol>
  );
}
