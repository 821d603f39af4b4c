'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { FieldError } from '@/components/shared/field-error';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import { useOwnZone } from '@/components/targeting/serve/use-own-zone';

/** Whether an override ends by itself, and when. */
export interface End {
  isSet: boolean;
  at: string | null;
}

/** What is wrong with an end: a message id, or null. */
export function readEnd({ isSet, at }: End, now: number): 'endMissing' | 'endPast' | null {
  if (!isSet) return null;
  if (at === null) return 'endMissing';
  return Date.parse(at) > now ? null : 'endPast';
}

export interface OverrideEndProps {
  value: End;
  onChange: (value: End) => void;
  /** What happens then. */
  hint: string;
  problem: string | null;
}

export function OverrideEnd({ value, onChange, hint, problem }: OverrideEndProps) {
  const t = useTranslations('tenants.dialog');
  const id = useId();
  const [zone, setZone] = useOwnZone();
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2">
        <Switch id={id} checked={value.isSet} onCheckedChange={(isSet) => onChange({ ...value, isSet })} />
        <Label htmlFor={id}>{t('hasEnd')}</Label>
      </div>
      {value.isSet && (
        <>
          <DateTimeInput
            aria-label={t('end')}
            aria-invalid={problem !== null}
            value={value.at}
            timeZone={zone}
            onTimeZoneChange={setZone}
            onChange={(at) => onChange({ ...value, at })}
          />
          {problem && <FieldError>{problem}</FieldError>}
          <p className="text-xs text-muted-foreground">{hint}</p>
        </>
      )}
    </div>
  );
}
