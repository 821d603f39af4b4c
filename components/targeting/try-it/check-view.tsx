'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { CheckTrace, ConditionTrace, GroupTrace, SegmentTrace } from '@/lib/engine/trace';
import type { JsonValue } from '@/lib/engine/types';
import { CheckMark } from '../conditions/check-mark';
import { useTraceWords } from './use-trace-words';

const LONGEST = 120;

function short(value: JsonValue, attribute?: string): string {
  if (attribute === 'now' && typeof value === 'number') return new Date(value).toISOString();
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** The checks of a group, indented; those without effect are faint. */
export function GroupCheck({ check }: { check: GroupTrace }) {
  const t = useTranslations('targeting.group');
  return (
    <div className="grid gap-1 text-xs">
      <p className="flex items-center gap-1.5 text-muted-foreground">
        <CheckMark check={check} />
        {t(check.operator)}
      </p>
      <ul className="grid gap-1 border-l pl-3">
        {check.conditions.map((child) => (
          <li key={child.path} className={cn('min-w-0', !child.counted && 'text-muted-foreground')}>
            <CheckLine check={child} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckLine({ check }: { check: CheckTrace }) {
  if (check.kind === 'group') return <GroupCheck check={check} />;
  if (check.kind === 'segment') return <SegmentLine check={check} />;
  return <ConditionLine check={check} />;
}

function ConditionLine({ check }: { check: ConditionTrace }) {
  const t = useTranslations('explain');
  const operators = useTranslations('targeting.operator');
  const word = useTraceWords();
  const hasValue = check.operator !== 'exists' && check.operator !== 'notExists';
  return (
    <div className="flex items-start gap-1.5">
      <CheckMark check={check} />
      <p className="min-w-0 break-words">
        <code className="font-mono">{check.attribute}</code>{' '}
        {operators.has(check.operator) ? operators(check.operator) : check.operator}{' '}
        {hasValue && <code className="font-mono break-all">{short(check.expected)}</code>}
        <span className="block text-muted-foreground">
          {check.isPresent
            ? t.rich('actual', {
                value: short(check.actual, check.attribute),
                code: (chunks) => <code className="font-mono break-all text-foreground">{chunks}</code>,
              })
            : t('absent')}
          {check.verdict === 'fail' &&
            check.isPresent &&
            check.message.id === 'condition.unreadable' &&
            ` ${word(check.message)}`}
        </span>
      </p>
    </div>
  );
}

function SegmentLine({ check }: { check: SegmentTrace }) {
  const t = useTranslations('targeting.segment');
  const word = useTraceWords();
  return (
    <div className="grid gap-1">
      <div className="flex items-start gap-1.5">
        <CheckMark check={check} />
        <p className="min-w-0 break-words">
          {t(check.negated ? 'out' : 'in')} <code className="font-mono">{check.segment}</code>
          <span className="block text-muted-foreground">{word(check.message)}</span>
        </p>
      </div>
      {check.conditions && check.conditions.conditions.length > 0 && (
        <div className="pl-5">
          <GroupCheck check={check.conditions} />
        </div>
      )}
    </div>
  );
}
