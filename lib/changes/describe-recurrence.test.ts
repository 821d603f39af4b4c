import { expect, it } from 'vitest';
import en from '@/messages/en/changes.json';
import type { Recurrence } from '../engine/types';
import { describeWindow } from './describe-serve';
import { wordSentence } from './sentence';

/** A translator of the texts that hours need: they have plain parameters alone. */
const translate = (id: string, params: Record<string, string | number>): string => {
  const text = id.split('.').reduce<unknown>((node, name) => Reflect.get(Object(node), name), en);
  return String(text).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
};
const said = (recurring: Recurrence, edges: { endDate?: string } = {}): string => {
  const sentence = describeWindow({ timezone: 'Europe/Berlin', recurring, ...edges });
  return sentence === null ? '' : wordSentence(sentence, translate);
};

it.each([
  [
    { weekdays: ['fri', 'mon', 'tue', 'wed', 'thu'], from: '09:00', to: '17:00' },
    'Mon–Fri 09:00–17:00 (Europe/Berlin)',
  ],
  [{ weekdays: ['sun', 'sat'], from: '10:00', to: '24:00' }, 'Sat, Sun 10:00–24:00 (Europe/Berlin)'],
  [{ weekdays: ['mon', 'wed', 'fri'], from: '08:00', to: '09:00' }, 'Mon, Wed, Fri 08:00–09:00 (Europe/Berlin)'],
  [
    {
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '00:00',
      to: '06:00',
      exceptions: ['2026-12-25', '2026-12-26'],
    },
    'every day 00:00–06:00 (Europe/Berlin), except 2026-12-25, 2026-12-26',
  ],
] satisfies [Recurrence, string][])('%j is said', (recurring, text) => {
  expect(said(recurring)).toBe(text);
});

it('is said after the window’s edges', () => {
  const recurring: Recurrence = { weekdays: ['mon'], from: '09:00', to: '17:00' };
  expect(said(recurring, { endDate: '2026-12-31' })).toBe(
    'up to and including 2026-12-31, Mon 09:00–17:00 (Europe/Berlin)',
  );
});
