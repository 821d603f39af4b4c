'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useTickingNow } from '@/components/shared/now-provider';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { cronInstants } from '@/lib/schemas/cron';
import { problemOf, type ScheduleDraft } from './schedule-draft';
import { useCronWords } from './use-cron-words';
import { useInstantWords } from './use-instant-words';

export interface CronFieldsProps {
  value: ScheduleDraft;
  onChange: (changes: Partial<ScheduleDraft>) => void;
}

const PRESETS = ['0 9 * * 1-5', '0 17 * * 1-5', '0 0 * * *', '0 9 1 * *'] as const;
const SHOWN = 5;

/** How often: an expression with what it means in words, and the instants that come next. */
export function CronFields({ value, onChange }: CronFieldsProps) {
  const t = useTranslations('schedules.fields');
  const id = useId();
  const words = useCronWords();
  const problem = problemOf(value, useTickingNow());
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="grid gap-1.5">
          <Label htmlFor={id}>{t('cron')}</Label>
          <Input
            id={id}
            value={value.cron}
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-words`}
            className="w-52 font-mono"
            onChange={({ target }) => onChange({ cron: target.value })}
          />
        </div>
        <TimeZoneInput
          value={value.timezone}
          onChange={(timezone) => onChange({ timezone })}
          className="w-52"
          aria-label={t('zone')}
        />
      </div>
      <div className="flex flex-wrap gap-1.5">
        {PRESETS.map((preset) => (
          <Button key={preset} type="button" variant="outline" size="xs" onClick={() => onChange({ cron: preset })}>
            {words(preset)}
          </Button>
        ))}
      </div>
      <p id={`${id}-words`} className={problem ? 'text-[13px] text-destructive-text' : 'text-[13px]'} role="status">
        {problem === null ? words(value.cron) : t(`problem.${problem}`)}
      </p>
      {problem === null && <NextRuns cron={value.cron} timezone={value.timezone} />}
    </div>
  );
}

/** The next instants of an expression, in its zone. */
export function NextRuns({ cron, timezone }: Pick<ScheduleDraft, 'cron' | 'timezone'>) {
  const t = useTranslations('schedules.fields');
  const now = useTickingNow();
  const write = useInstantWords(timezone);
  return (
    <div className="grid gap-1 text-[13px]">
      <span className="text-muted-foreground">{t('next')}</span>
      <ol className="grid gap-0.5 tabular-nums">
        {cronInstants(cron, timezone, new Date(now), SHOWN).map((instant) => (
          <li key={instant.getTime()}>{write(instant.toISOString())}</li>
        ))}
      </ol>
    </div>
  );
}
