'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { FieldError } from '@/components/shared/field-error';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { Input } from '@/components/ui/input';
import type { Ramp } from '@/lib/engine/types';
import { useIssues } from '../issues-context';
import { useTargeting } from '../targeting-context';
import { moveZone } from '@/components/shared/windows/move-zone';
import { PercentInput } from './percent-input';
import { useOwnZone } from './use-own-zone';

export interface RampEditorProps {
  path: string;
  value: Ramp;
  onChange: (value: Ramp) => void;
}

/** A share that grows, or shrinks, between two instants: steadily or in steps. */
export function RampEditor({ path, value, onChange }: RampEditorProps) {
  const t = useTranslations('targeting.ramp');
  const { isReadOnly } = useTargeting();
  const issues = useIssues();
  const id = useId();
  const [zone, setZone] = useOwnZone();
  const problems = [...new Set([...issues].filter(([place]) => place.startsWith(`${path}.`)).map(([, text]) => text))];
  const edge = (side: 'from' | 'to', instant: 'startsAt' | 'endsAt') => (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-10 text-[13px] text-muted-foreground">{t(side)}</span>
      <PercentInput
        value={value[side]}
        label={t(`${side}Percent`)}
        disabled={isReadOnly}
        onChange={(share) => onChange({ ...value, [side]: share })}
      />
      <DateTimeInput
        value={value[instant] || null}
        timeZone={zone}
        disabled={isReadOnly}
        aria-label={t(`${side}At`)}
        aria-invalid={issues.has(`${path}.${instant}`)}
        onChange={(at) => onChange({ ...value, [instant]: at ?? '' })}
      />
    </div>
  );
  return (
    <div className="grid gap-2">
      {edge('from', 'startsAt')}
      {edge('to', 'endsAt')}
      <div className="flex flex-wrap items-center gap-2">
        <TimeZoneInput
          value={zone}
          disabled={isReadOnly}
          className="h-7 w-52 text-[13px]"
          onChange={(next) => {
            setZone(next);
            onChange({
              ...value,
              startsAt: moveZone(value.startsAt, zone, next),
              endsAt: moveZone(value.endsAt, zone, next),
            });
          }}
        />
        <label htmlFor={id} className="text-[13px] text-muted-foreground">
          {t('steps')}
        </label>
        <Input
          id={id}
          type="number"
          min={1}
          max={1000}
          value={value.steps ?? ''}
          placeholder={t('steady')}
          disabled={isReadOnly}
          className="h-7 w-28 text-[13px]"
          onChange={({ target }) =>
            onChange({ ...value, steps: target.value === '' ? undefined : Math.trunc(target.valueAsNumber) })
          }
        />
      </div>
      {problems.map((text) => (
        <FieldError key={text}>{text}</FieldError>
      ))}
    </div>
  );
}
