'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { FlagChoice } from '@/components/memberships/flag-choice';
import { EnvironmentBadge, type EnvironmentLike } from '@/components/shared/environment-badge';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { CALENDAR_VIEWS, type CalendarDay, type CalendarViewName, moved } from './calendar-days';
import type { CalendarState } from './use-calendar-state';

/** Radix has no empty value. */
const ALL = '*';

interface Props {
  project: string;
  environments: readonly EnvironmentLike[];
  state: CalendarState;
  days: readonly CalendarDay[];
}

function Title({ view, days }: { view: CalendarViewName; days: readonly CalendarDay[] }) {
  const format = useFormatter();
  const inside = days.filter(({ isOutside }) => !isOutside);
  const dates = [inside[0], inside.at(-1)].map((day) => new Date(`${day?.key ?? '1970-01-01'}T00:00:00Z`));
  const [first = new Date(0), last = new Date(0)] = dates;
  // A range as one text is spaced differently by server and browser.
  const day = (date: Date): string => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' });
  const text =
    view === 'month'
      ? format.dateTime(first, { month: 'long', year: 'numeric', timeZone: 'UTC' })
      : view === 'day'
        ? format.dateTime(first, { dateStyle: 'full', timeZone: 'UTC' })
        : `${day(first)} – ${day(last)}`;
  return (
    <p aria-live="polite" className="min-w-0 text-sm font-medium tabular-nums">
      {text}
    </p>
  );
}

/** Which days, of which environment and flag, by whose clocks. */
export function CalendarToolbar({ project, environments, state, days }: Props) {
  const t = useTranslations('calendar');
  const { view, date, environment, flag, timezone, set } = state;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <ToggleGroup
        type="single"
        value={view}
        aria-label={t('views.label')}
        onValueChange={(next) => set({ view: CALENDAR_VIEWS.find((each) => each === next) ?? view })}
      >
        {CALENDAR_VIEWS.map((each) => (
          <ToggleGroupItem key={each} value={each}>
            {t(`views.${each}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <div className="flex items-center gap-1">
        <Button
          variant="outline"
          size="icon"
          aria-label={t('previous')}
          onClick={() => set({ date: moved(date, view, -1) })}
        >
          <ChevronLeft />
        </Button>
        <Button variant="outline" onClick={() => set({ date: null })}>
          {t('today')}
        </Button>
        <Button
          variant="outline"
          size="icon"
          aria-label={t('next')}
          onClick={() => set({ date: moved(date, view, 1) })}
        >
          <ChevronRight />
        </Button>
      </div>
      <Title view={view} days={days} />
      <div className="flex min-w-0 flex-wrap items-center gap-2 md:ml-auto">
        <Select value={environment ?? ALL} onValueChange={(next) => set({ environment: next === ALL ? null : next })}>
          <SelectTrigger aria-label={t('environment')} className="w-auto min-w-40">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={ALL}>{t('allEnvironments')}</SelectItem>
            {environments.map((each) => (
              <SelectItem key={each.key} value={each.key}>
                <EnvironmentBadge environment={each} variant="plain" />
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        <FlagChoice
          project={project}
          value={flag}
          label={t('flag')}
          anyLabel={t('allFlags')}
          isLabelHidden
          className="w-44"
          onChange={(next) => set({ flag: next })}
        />
        <TimeZoneInput
          value={timezone}
          onChange={(next) => set({ timezone: next })}
          aria-label={t('zone')}
          className="w-44"
        />
      </div>
    </div>
  );
}
