'use client';

import { ChevronRight, CircleCheckBig, CircleDashed, CircleMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible';
import type { StepVerdict, TraceStep } from '@/lib/engine/trace';
import { BucketBar } from './bucket-bar';
import { GroupCheck } from './check-view';
import { useTraceWords } from './use-trace-words';

const ICONS = { answered: CircleCheckBig, passed: CircleMinus, skipped: CircleDashed };
const COLORS: Record<StepVerdict, string> = {
  answered: 'text-success',
  passed: 'text-muted-foreground',
  skipped: 'text-control',
};

export interface TraceStepViewProps {
  step: TraceStep;
  variants: readonly { key: string }[];
  /** There are few rules, so that all can be open. */
  isShort: boolean;
  onReveal?: (rule: string) => void;
}

/** One step: its verdict and message, and beneath it what was compared. */
export function TraceStepView({ step, variants, isShort, onReveal }: TraceStepViewProps) {
  const t = useTranslations('explain');
  const word = useTraceWords();
  const Icon = ICONS[step.verdict];
  const isRule = step.step === 'rule';
  const name = isRule ? step.name.trim() || t('rule', { number: step.index + 1 }) : t(`step.${step.step}`);
  const details = hasDetails(step);
  const head = (
    <>
      <Icon
        role="img"
        aria-label={t(`verdict.${step.verdict}`)}
        className={cn('mt-0.5 size-4 shrink-0', COLORS[step.verdict])}
      />
      <span className="min-w-0 flex-1 text-left text-[13px] leading-[18px]">
        <span className={cn('font-medium break-words', step.verdict === 'skipped' && 'text-muted-foreground')}>
          {name}
        </span>{' '}
        <span className="break-words text-muted-foreground">{word(step.message)}</span>
      </span>
    </>
  );
  if (!details) return <li className="flex gap-2 px-4 py-1.5">{head}</li>;
  return (
    <li className={cn(step.verdict === 'answered' && 'bg-success/6')}>
      <Collapsible defaultOpen={step.verdict === 'answered' || (isShort && step.verdict === 'passed')}>
        <CollapsibleTrigger className="group focus-inset flex w-full items-start gap-2 px-4 py-1.5 hover:bg-accent/60">
          {head}
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform group-data-[state=open]:rotate-90"
          />
        </CollapsibleTrigger>
        <CollapsibleContent className="grid gap-2 px-4 pt-1 pb-2.5 pl-10">
          <StepDetails step={step} variants={variants} />
          {isRule && onReveal && (
            <Button variant="link" size="xs" className="justify-self-start" onClick={() => onReveal(step.ruleId)}>
              {t('reveal')}
            </Button>
          )}
        </CollapsibleContent>
      </Collapsible>
    </li>
  );
}

function hasDetails(step: TraceStep): boolean {
  if (step.step === 'rule') return Boolean(step.conditions || step.rollout || step.split || step.window);
  if (step.step === 'default') return step.split !== undefined;
  return step.step === 'prerequisites' && (step.prerequisites?.length ?? 0) > 0;
}

function StepDetails({ step, variants }: Pick<TraceStepViewProps, 'step' | 'variants'>) {
  const word = useTraceWords();
  if (step.step === 'prerequisites') {
    return (
      <ul className="grid gap-1 text-[13px]">
        {step.prerequisites?.map((each) => (
          <li key={each.flag} className={each.verdict === 'pass' ? 'text-muted-foreground' : 'text-destructive-text'}>
            {word(each.message)}
          </li>
        ))}
      </ul>
    );
  }
  if (step.step !== 'rule' && step.step !== 'default') return null;
  return (
    <>
      {step.step === 'rule' && step.conditions && step.conditions.conditions.length > 0 && (
        <GroupCheck check={step.conditions} />
      )}
      {step.step === 'rule' && step.rollout && <BucketBar trace={step.rollout} variants={variants} />}
      {step.split && <BucketBar trace={step.split} variants={variants} />}
    </>
  );
}
