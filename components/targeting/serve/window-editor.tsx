'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { FieldError } from '@/components/shared/field-error';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { RecurringHours } from '@/components/shared/windows/recurring-hours';
import { Input } from '@/components/ui/input';
import type { TimeWindow } from '@/lib/engine/types';
import { useIssues } from '../issues-context';
import { useTargeting } from '../targeting-context';
import { ModeToggle } from './mode-toggle';
import { moveZone } from '@/components/shared/windows/move-zone';
import { toDays, toInstants, windowMode, withHours, withoutEnds } from './window-modes';

export interface WindowEditorProps {
  path: string;
  value: TimeWindow | undefined;
  onChange: (value: TimeWindow | undefined) => void;
}

const MODES = ['always', 'times', 'days'] as const;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When a rule counts: always, between instants, or on whole days of a zone; and within which hours. */
export function WindowEditor({ path, value, onChange }: WindowEditorProps) {
  const t = useTranslations('targeting.window');
  const { isReadOnly } = useTargeting();
  const issues = useIssues();
  // Where there are hours but no ends yet, only the page knows that some are wanted.
  const [asksTimes, setAsksTimes] = useState(false);
  const stored = windowMode(value);
  const mode = stored === 'always' && value !== undefined && asksTimes ? 'times' : stored;
  const problems = [...new Set([...issues].filter(([place]) => place.startsWith(path)).map(([, text]) => text))];
  const change = (next: string) => {
    const current = value ?? { timezone: ownZone() };
    setAsksTimes(next === 'times');
    if (next === 'always') onChange(withoutEnds(current));
    if (next === 'times') onChange(toInstants(current));
    if (next === 'days') onChange(toDays(current));
  };
  return (
    <div className="grid gap-2">
      <ModeToggle
        label={t('label')}
        value={mode}
        modes={MODES.map((each) => ({ value: each, label: t(each) }))}
        disabled={isReadOnly}
        onChange={change}
      />
      {value && mode !== 'always' && (
        <div className="flex flex-wrap items-center gap-2">
          <WindowEdge mode={mode} edge="start" value={value} onChange={onChange} />
          <WindowEdge mode={mode} edge="end" value={value} onChange={onChange} />
        </div>
      )}
      <RecurringHours
        value={value?.recurring}
        disabled={isReadOnly}
        isQuiet
        onChange={(recurring) => onChange(withHours(value ?? { timezone: ownZone() }, recurring))}
      />
      {value && <WindowZone value={value} onChange={onChange} />}
      {problems.map((text) => (
        <FieldError key={text}>{text}</FieldError>
      ))}
    </div>
  );
}

function WindowZone({ value, onChange }: Pick<WindowEdgeProps, 'value' | 'onChange'>) {
  const t = useTranslations('common.time');
  const { isReadOnly } = useTargeting();
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span id={id} className="text-[13px] text-muted-foreground">
        {t('zone')}
      </span>
      <TimeZoneInput
        aria-labelledby={id}
        value={value.timezone ?? 'UTC'}
        disabled={isReadOnly}
        className="w-52"
        onChange={(timezone) => onChange(withZone(value, timezone))}
      />
    </div>
  );
}

interface WindowEdgeProps {
  mode: 'times' | 'days';
  edge: 'start' | 'end';
  value: TimeWindow;
  onChange: (value: TimeWindow) => void;
}

function WindowEdge({ mode, edge, value, onChange }: WindowEdgeProps) {
  const t = useTranslations('targeting.window');
  const { isReadOnly } = useTargeting();
  const [instant, day] = edge === 'start' ? (['startsAt', 'startDate'] as const) : (['endsAt', 'endDate'] as const);
  return (
    <div className="flex items-center gap-2">
      <span className="text-[13px] text-muted-foreground">
        {t(mode === 'days' && edge === 'end' ? 'through' : edge)}
      </span>
      {mode === 'times' ? (
        <DateTimeInput
          value={value[instant] ?? null}
          timeZone={value.timezone ?? 'UTC'}
          disabled={isReadOnly}
          aria-label={t(instant)}
          onChange={(at) => onChange({ ...value, [instant]: at ?? undefined })}
        />
      ) : (
        <Input
          type="date"
          value={value[day] ?? ''}
          disabled={isReadOnly}
          aria-label={t(day)}
          className="w-40 tabular-nums"
          // The instant belonged to the day that is replaced.
          onChange={({ target }) => {
            const isLast = (edge === 'start' ? value.endDate : value.startDate) === undefined;
            const empty = isLast ? '' : undefined;
            onChange({ ...value, [day]: target.value === '' ? empty : target.value, [instant]: undefined });
          }}
        />
      )}
    </div>
  );
}

/** Local times and days stay as they are shown; their instants move. */
function withZone(value: TimeWindow, timezone: string): TimeWindow {
  const from = value.timezone ?? 'UTC';
  const move = (instant: string | undefined, date: string | undefined): string | undefined =>
    instant === undefined || date !== undefined ? undefined : moveZone(instant, from, timezone);
  return {
    ...value,
    timezone,
    startsAt: move(value.startsAt, value.startDate),
    endsAt: move(value.endsAt, value.endDate),
  };
}
