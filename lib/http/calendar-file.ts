import { createHash } from 'node:crypto';
import ical, { ICalEventTransparency } from 'ical-generator';
import { createTranslator } from 'use-intl/core';
import german from '@/messages/de/calendar.json';
import english from '@/messages/en/calendar.json';
import { calendarMessage } from '@/lib/schemas/calendar-message';
import type { CalendarEntry, CalendarView } from '@/lib/services/calendar/types';

const CATALOGUES = { en: english, de: german };
export type CalendarLocale = keyof typeof CATALOGUES;

/** Where people find more, and who the calendar is of. */
export interface CalendarPlace {
  project: string;
  site: string;
  locale: CalendarLocale;
}

type Words = (key: string, values?: Record<string, string | number>) => string;

/** What a calendar app knows an entry by: of letters that need no escaping, whatever its parts hold. */
const idOf = (project: string, { id }: CalendarEntry): string =>
  `${createHash('sha256')
    .update(JSON.stringify([project, id]))
    .digest('hex')
    .slice(0, 32)}@flagstaff`;

function wordsOf(locale: CalendarLocale): Words {
  const t = createTranslator({ locale, messages: { ...CATALOGUES[locale] }, timeZone: 'UTC' });
  const say: unknown = t;
  return say as Words;
}

/** The calendar as an iCalendar file (RFC 5545); its texts are escaped. Open ends last to the end of what was asked. */
export function calendarFile(view: CalendarView, { project, site, locale }: CalendarPlace, now: Date): string {
  const t = wordsOf(locale);
  const calendar = ical({ name: t('file.name', { project }), prodId: '//Flagstaff//Calendar//EN', ttl: 3_600 });
  for (const entry of view.items) {
    const { id, values } = calendarMessage(entry);
    const what = entry.flag === null ? [] : [entry.flag];
    const ends = entry.what === 'band' ? (entry.until ?? view.to) : null;
    calendar.createEvent({
      id: idOf(project, entry),
      stamp: now,
      start: new Date(entry.at),
      end: ends === null ? null : new Date(ends),
      summary: `${[...what, t(`entry.${id}`, values)].join(' · ')} (${entry.environment})`,
      description: [entry.name, ...(entry.collides.length > 0 ? [t('file.collision')] : [])].filter(Boolean).join('\n'),
      url: `${site}/p/${encodeURIComponent(project)}/calendar?view=day&date=${entry.at.slice(0, 10)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}
