'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { WHOLE } from '@/lib/changes/limits';
import type { Split } from '@/lib/engine/types';
import { useIssues } from '../issues-context';
import { useTargeting } from '../targeting-context';
import { VariantName } from '../variant-name';
import { PercentInput } from './percent-input';
import { distributeEvenly, totalOf, withWeight } from './shares';
import { SplitBar } from './split-bar';
import { UnitInput } from './unit-input';

export interface WeightsEditorProps {
  path: string;
  value: Split;
  onChange: (value: Split) => void;
}

/** Shares of all variants, which must total 100 %, and the attribute that decides who is in which. */
export function WeightsEditor({ path, value, onChange }: WeightsEditorProps) {
  const t = useTranslations('targeting.split');
  const { flag, isReadOnly } = useTargeting();
  const issues = useIssues();
  const order = flag.variants.map(({ key }) => key);
  const keys = [...order, ...value.split.map(({ variant }) => variant).filter((key) => !order.includes(key))];
  const weightOf = (variant: string): number => value.split.find((part) => part.variant === variant)?.weight ?? 0;
  const total = totalOf(value.split);
  const problems = [
    ...new Set([...issues].filter(([place]) => place.startsWith(`${path}.split`)).map(([, text]) => text)),
  ];
  const problem = total === WHOLE ? problems[0] : undefined;
  return (
    <div className="grid max-w-lg gap-2">
      <SplitBar split={value.split} />
      <ul className="grid gap-1.5">
        {keys.map((variant) => (
          <li key={variant} className="flex items-center justify-between gap-3">
            <VariantName variant={variant} />
            <PercentInput
              value={weightOf(variant)}
              label={t('weight', { variant })}
              disabled={isReadOnly}
              isInvalid={total !== WHOLE}
              onChange={(weight) => onChange({ ...value, split: withWeight(value.split, order, variant, weight) })}
            />
          </li>
        ))}
      </ul>
      <div className="flex items-center justify-between gap-3 border-t pt-2">
        <Button
          variant="ghost"
          size="xs"
          disabled={isReadOnly}
          className="-ml-2"
          onClick={() => onChange({ ...value, split: distributeEvenly(keys) })}
        >
          {t('evenly')}
        </Button>
        <p
          role="status"
          className={cn(
            'pr-2 text-[13px] tabular-nums',
            total === WHOLE ? 'text-muted-foreground' : 'text-destructive-text',
          )}
        >
          {total === WHOLE
            ? t('total', { percent: total / 1000 })
            : t(total < WHOLE ? 'missing' : 'over', {
                percent: total / 1000,
                difference: Math.abs(WHOLE - total) / 1000,
              })}
        </p>
      </div>
      <FieldError>{problem}</FieldError>
      <UnitInput value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />
    </div>
  );
}
