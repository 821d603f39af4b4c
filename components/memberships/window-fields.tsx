'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { FieldError } from '@/components/shared/field-error';
import { RecurringHours } from '@/components/shared/windows/recurring-hours';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { moveZone } from '@/components/shared/windows/move-zone';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import type { TimeWindow } from '@/lib/engine/types';
import { Choice } from './choice';
import { DurationInput } from './duration-input';
import { Instants } from './instants';
import { PRESETS, type WindowDraft, type WindowProblem } from './membership-draft';

export interface WindowFieldsProps {
  value: WindowDraft;
  onChange: (value: WindowDraft) => void;
  /** What it comes to. */
  window: TimeWindow;
  problem: WindowProblem | null;
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <Label asChild>
        <span>{label}</span>
      </Label>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

/** Local times stay as they are shown; their instants move. */
function withZone(draft: WindowDraft, timezone: string): WindowDraft {
  const move = (at: string | null): string | null => at && moveZone(at, draft.timezone, timezone);
  return { ...draft, timezone, startsAt: move(draft.startsAt), endsAt: move(draft.endsAt) };
}

const SEPARATOR = ':';

/** From when to when, at which hours, and both instants that this means. */
export function WindowFields({ value, onChange, window, problem }: WindowFieldsProps) {
  const t = useTranslations('people.membership');
  const zoneId = useId();
  const set = (changes: Partial<WindowDraft>): void => onChange({ ...value, ...changes });
  const presets = PRESETS.map((days) => ({ value: `preset${SEPARATOR}${days}`, label: t('days', { count: days }) }));
  const end = value.end === 'preset' ? `preset${SEPARATOR}${value.days}` : value.end;
  return (
    <div className="grid gap-4">
      <Row label={t('start')}>
        <Choice
          label={t('start')}
          value={value.start}
          options={[
            { value: 'now', label: t('now') },
            { value: 'day', label: t('onDate') },
            { value: 'time', label: t('atTime') },
          ]}
          onChange={(start) => set({ start })}
        />
        <Edge edge="start" value={value} onChange={set} />
      </Row>
      <Row label={t('end')}>
        <Choice
          label={t('end')}
          value={end}
          options={[
            ...presets,
            { value: 'duration', label: t('otherDuration') },
            { value: 'day', label: t('throughDate') },
            { value: 'time', label: t('untilTime') },
          ]}
          onChange={(chosen) => {
            const [kind, days] = chosen.split(SEPARATOR);
            if (days !== undefined) set({ end: 'preset', days: Number(days) });
            else if (kind === 'duration' || kind === 'day' || kind === 'time') set({ end: kind });
          }}
        />
        {value.end === 'duration' && <DurationInput value={value} onChange={set} />}
        <Edge edge="end" value={value} onChange={set} />
      </Row>
      <div className="grid gap-1.5">
        <Label id={zoneId}>{t('zone')}</Label>
        <TimeZoneInput
          aria-labelledby={zoneId}
          value={value.timezone}
          className="w-full"
          onChange={(timezone) => onChange(withZone(value, timezone))}
        />
      </div>
      <RecurringHours value={value.recurring} onChange={(recurring) => set({ recurring })} />
      {problem === null ? (
        <Instants window={window} timezone={value.timezone} />
      ) : (
        problem !== 'hours' && <FieldError>{t(`problem.${problem}`)}</FieldError>
      )}
    </div>
  );
}

interface EdgeProps {
  edge: 'start' | 'end';
  value: WindowDraft;
  onChange: (changes: Partial<WindowDraft>) => void;
}

/** The day or the instant of one end, where it has one. */
function Edge({ edge, value, onChange }: EdgeProps) {
  const t = useTranslations('people.membership');
  const [day, time] = edge === 'start' ? (['startDate', 'startsAt'] as const) : (['endDate', 'endsAt'] as const);
  if (value[edge] === 'day') {
    return (
      <Input
        type="date"
        aria-label={t(day)}
        value={value[day]}
        className="w-40 tabular-nums"
        onChange={({ target }) => onChange({ [day]: target.value })}
      />
    );
  }
  if (value[edge] !== 'time') return null;
  return (
    <DateTimeInput
      aria-label={t(edge === 'start' ? 'startTime' : 'endTime')}
      value={value[time]}
      timeZone={value.timezone}
      onChange={(at) => onChange({ [time]: at })}
    />
  );
}
