'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Choice } from '@/components/memberships/choice';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { useTickingNow } from '@/components/shared/now-provider';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { CronFields } from './cron-fields';
import { problemOf, type ScheduleDraft } from './schedule-draft';
import { useInstantWords } from './use-instant-words';

export interface ScheduleFieldsProps {
  value: ScheduleDraft;
  onChange: (changes: Partial<ScheduleDraft>) => void;
}

const PATIENCE = ['10m', '1h', '1d'] as const;
/** Radix has no empty value. */
const ALWAYS = '*';

/** When a change is made: at an instant, or by a cron expression; and what is done about a run that was missed. */
export function ScheduleFields({ value, onChange }: ScheduleFieldsProps) {
  const t = useTranslations('schedules.fields');
  const id = useId();
  return (
    <div className="grid min-w-0 gap-4 rounded-md border bg-muted/30 p-3">
      <Choice
        label={t('mode')}
        value={value.mode}
        options={[
          { value: 'at', label: t('once') },
          { value: 'cron', label: t('repeated') },
        ]}
        onChange={(mode) => onChange({ mode })}
      />
      {value.mode === 'cron' ? (
        <CronFields value={value} onChange={onChange} />
      ) : (
        <InstantFields value={value} onChange={onChange} />
      )}
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-what`}>
            {t('description')}
            <span className="font-normal text-muted-foreground">{t('optional')}</span>
          </Label>
          <Input
            id={`${id}-what`}
            value={value.description}
            maxLength={2_000}
            placeholder={t('descriptionHint')}
            onChange={({ target }) => onChange({ description: target.value })}
          />
        </div>
        <Patience value={value.missedAfter} onChange={(missedAfter) => onChange({ missedAfter })} />
      </div>
    </div>
  );
}

function InstantFields({ value, onChange }: ScheduleFieldsProps) {
  const t = useTranslations('schedules.fields');
  const id = useId();
  const write = useInstantWords(value.timezone);
  const problem = problemOf(value, useTickingNow());
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t('at')}</Label>
      <DateTimeInput
        id={id}
        value={value.at}
        timeZone={value.timezone}
        onChange={(at) => onChange({ at })}
        onTimeZoneChange={(timezone) => onChange({ timezone })}
        aria-invalid={problem === 'past'}
        aria-describedby={`${id}-words`}
      />
      <p
        id={`${id}-words`}
        role="status"
        className={problem === 'past' ? 'text-[13px] text-destructive-text' : 'text-[13px] text-muted-foreground'}
      >
        {problem === null ? write(value.at ?? '') : t(`problem.${problem}`)}
      </p>
    </div>
  );
}

/** How late a run may still be made. */
function Patience({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('schedules.fields');
  const id = useId();
  const options = [...PATIENCE, ...(value === '' || PATIENCE.some((each) => each === value) ? [] : [value])];
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t('missed')}</Label>
      <Select value={value === '' ? ALWAYS : value} onValueChange={(next) => onChange(next === ALWAYS ? '' : next)}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ALWAYS}>{t('patience.always')}</SelectItem>
          {options.map((option) => (
            <SelectItem key={option} value={option}>
              {t.has(`patience.${option}`) ? t(`patience.${option}`) : t('patience.other', { length: option })}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
