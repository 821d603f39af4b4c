'use client';

import { CircleCheckBig, CircleDashed, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import { useTraceWords } from './try-it/use-trace-words';
import { useTargeting } from './targeting-context';

/** What the rule did for the context being tried. */
export function RuleTraceMark({ rule }: { rule: string }) {
  const t = useTranslations('explain');
  const { traces } = useTargeting();
  const word = useTraceWords();
  const trace = traces.get(rule);
  if (!trace) return null;
  const Icon = trace.verdict === 'answered' ? CircleCheckBig : trace.verdict === 'passed' ? CircleX : CircleDashed;
  const color =
    trace.verdict === 'answered'
      ? 'text-success'
      : trace.verdict === 'passed'
        ? 'text-destructive-text'
        : 'text-control';
  const text = word(trace.message);
  return (
    <Tooltip>
      <TooltipTrigger asChild>
        <span className="flex size-6 items-center justify-center">
          <Icon role="img" aria-label={t('tried', { outcome: text })} className={`size-4 ${color}`} />
        </span>
      </TooltipTrigger>
      <TooltipContent>{t('tried', { outcome: text })}</TooltipContent>
    </Tooltip>
  );
}
