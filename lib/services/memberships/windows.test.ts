import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTestDelivery,
  ENVIRONMENT,
  ruleFor,
  type TestDelivery,
} from '@/lib/delivery/testing/create-test-delivery';
import { nextBoundary } from '@/lib/engine/boundary';
import { refusal, TEST_NOW } from '../testing';
import { createMembership } from './create';
import { getMembership } from './get';
import { updateMembership } from './update';

let delivery: TestDelivery;
let count = 0;
let subject = '';
const flag = 'windows';
const environment = ENVIRONMENT;
const SERVED = [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'off' } }];
const editor = () => delivery.services.as('editor', { committed: () => delivery.store.refresh() });
const add = (window: object, more: object = {}) =>
  createMembership(editor(), { flag, environment, subject, ...window, ...more });
/** Whether an application gets the membership's variant at an instant. */
const countsAt = (at: string, who = subject): boolean => {
  delivery.services.setNow(at);
  const answer = delivery.ask(`/api/flags/${flag}?targetingKey=${who}`).json;
  return typeof answer === 'object' && answer !== null && 'cause' in answer && answer.cause === 'membership';
};
const shifted = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
const dayFrom = (date: string, days: number): string => shifted(`${date}T00:00:00Z`, days * 86_400_000).slice(0, 10);

beforeAll(async () => {
  delivery = await createTestDelivery();
  await delivery.makeFlag({ key: flag });
  await delivery.change(flag, SERVED);
});
beforeEach(() => {
  delivery.services.setNow(TEST_NOW);
  subject = `u${(count += 1)}`;
});
afterAll(() => delivery.close());

/** Zones and the days on which their clocks change, each with the instants at which it begins and is over. */
const DAYS: [zone: string, day: string, begins: string, over: string, hours: number][] = [
  ['UTC', '2026-03-04', '2026-03-04T00:00:00.000Z', '2026-03-05T00:00:00.000Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z', 25],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z', 23],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z', 25],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', '2026-04-05T13:30:00.000Z', 24.5],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', '2026-10-04T13:00:00.000Z', 23.5],
  // Clocks skip the midnight with which the day would begin.
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z', 23],
];

/** Days from today on which a window starts and ends, and whether it is open today; `null`: it cannot be. */
const WINDOWS: [start: number | null, end: number | null, isOpen: boolean | null][] = [
  [null, null, null],
  [-1, null, null],
  [null, 1, null],
  [1, -1, null],
  [-1, 0, true],
  [-1, 1, true],
  [0, 1, true],
  [-1, -1, false],
  [1, 1, false],
  [0, 0, true],
];

describe.each(DAYS)('whole days in %s, today being %s', (timezone, today, begins, over, hours) => {
  it.each(WINDOWS)('from day %s through day %s: open is %s', async (start, end, isOpen) => {
    const window = {
      ...(start !== null && { startDate: dayFrom(today, start) }),
      ...(end !== null && { endDate: dayFrom(today, end) }),
      timezone,
    };
    if (isOpen === null) {
      const { kind, at } = await refusal(add(window));
      const missing = [start === null && 'startsAt:window_edges', end === null && 'endsAt:window_edges'];
      const codes = missing.filter((code) => code !== false);
      expect([kind, at]).toEqual(codes.length > 0 ? ['invalid', codes] : ['refused', ['endsAt:window_order']]);
      return;
    }
    await add(window);
    expect((Date.parse(over) - Date.parse(begins)) / 3_600_000).toBe(hours);
    // All day long, to the millisecond.
    expect([begins, shifted(begins, 7_200_000), shifted(over, -1)].map((at) => countsAt(at))).toEqual([
      isOpen,
      isOpen,
      isOpen,
    ]);
    if (start !== 0 || end !== 0) return;
    expect([shifted(begins, -1), over].map((at) => countsAt(at))).toEqual([false, false]);
  });
});

it('a day that a zone left out has no time', async () => {
  const skipped = { startDate: '2011-12-30', endDate: '2011-12-30', timezone: 'Pacific/Apia' };
  expect((await refusal(add(skipped))).at).toEqual(['endsAt:window_order']);
});

const WORK = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
const SPRING = { startDate: '2026-03-02', endDate: '2026-04-30', timezone: 'Europe/Berlin' };

describe('recurring hours of a membership', () => {
  it('keep local time when clocks change, and leave out exceptions', async () => {
    const view = await add({ ...SPRING, recurring: { ...WORK, exceptions: ['2026-04-03'] } });
    expect(view).toMatchObject({ recurring: { exceptions: ['2026-04-03'] }, state: 'open', open: true });
    expect(view.nextChange).toBe('2026-03-02T16:00:00.000Z');
    const edges: [string, string][] = [
      ['2026-03-27T08:00:00Z', '2026-03-27T16:00:00Z'],
      ['2026-03-30T07:00:00Z', '2026-03-30T15:00:00Z'],
    ];
    for (const [opens, closes] of edges) {
      const around = [shifted(opens, -1), opens, shifted(closes, -1), closes];
      expect(around.map((at) => countsAt(at))).toEqual([false, true, true, false]);
    }
    expect(countsAt('2026-04-03T10:00:00Z')).toBe(false);
    delivery.services.setNow('2026-04-04T10:00:00Z');
    expect(await getMembership(editor(), { flag, environment, id: view.id })).toMatchObject({
      state: 'open',
      open: false,
      nextChange: '2026-04-06T07:00:00.000Z',
    });
  });

  it('stay when something else is changed, move with the zone, and can be taken away', async () => {
    const { id } = await add({ ...SPRING, recurring: WORK });
    const patch = (version: number, more: object) =>
      updateMembership(editor(), { flag, environment, id, version, ...more });
    expect(await patch(1, { note: 'Pilot' })).toMatchObject({
      recurring: WORK,
      nextChange: '2026-03-02T16:00:00.000Z',
    });
    expect(await patch(2, { timezone: 'UTC' })).toMatchObject({
      recurring: WORK,
      nextChange: '2026-03-02T17:00:00.000Z',
    });
    expect((await refusal(patch(3, { recurring: { ...WORK, from: '25:00' } }))).at).toEqual([
      'recurring.from:time_unreadable',
    ]);
    expect(await patch(3, { recurring: null })).toMatchObject({ recurring: null, version: 4 });
  });

  it.each<[string, object, string, string[]]>([
    ['no weekday', { weekdays: [] }, 'change_refused', ['recurring.weekdays:weekdays_missing']],
    ['a weekday twice', { weekdays: ['mon', 'mon'] }, 'change_refused', ['recurring.weekdays:weekday_duplicate']],
    ['a time that is none', { to: '24:30' }, 'change_refused', ['recurring.to:time_unreadable']],
    ['no hours at all', { to: '09:00' }, 'change_refused', ['recurring.to:hours_empty']],
    [
      'an exception that is no day',
      { exceptions: ['2026-02-30'] },
      'change_refused',
      ['recurring.exceptions.0:date_unreadable'],
    ],
  ])('are refused with %s', async (_, wrong, code, at) => {
    const refused = await refusal(add({ ...SPRING, recurring: { ...WORK, ...wrong } }));
    expect([refused.code, refused.at]).toEqual([code, at]);
  });

  it('are those of the flag’s virtual segment', async () => {
    await add({ ...SPRING, recurring: WORK });
    const other = 'others';
    await delivery.makeFlag({ key: other });
    const rule = { ...ruleFor('x', 'y', 'on'), conditions: [{ segment: `flag:${flag}` }] };
    await delivery.change(other, [...SERVED, { kind: 'addRule', rule }]);
    const seen = [
      '2026-03-27T07:59:59Z',
      '2026-03-27T08:00:00Z',
      '2026-03-27T16:00:00Z',
      '2026-03-28T10:00:00Z',
      '2026-03-30T07:00:00Z',
    ];
    const both = seen.map((at) => [countsAt(at), delivery.ask(`/api/flags/${other}?targetingKey=${subject}`).json]);
    const pair = (isOpen: boolean) => [isOpen, expect.objectContaining({ variant: isOpen ? 'on' : 'off' })];
    expect(both).toEqual([false, true, false, false, true].map(pair));
    expect(countsAt('2026-03-30T07:00:00Z', 'somebody-else')).toBe(false);
  });
});

it('business hours of a rule are told at the next fetch, despite the tag of before, and the ruleset knows when', async () => {
  const window = { timezone: 'Europe/Berlin', recurring: WORK };
  await delivery.makeFlag({ key: 'office' });
  await delivery.change('office', [
    ...SERVED,
    { kind: 'addRule', rule: { ...ruleFor('x', 'y', 'on'), conditions: [], window } },
  ]);
  const fetchAt = (at: string, etag?: string) => {
    delivery.services.setNow(at);
    const headers: Record<string, string> = etag === undefined ? {} : { 'if-none-match': etag };
    return delivery.ask('/ofrep/v1/evaluate/flags', { body: { context: { targetingKey: 'u' } }, headers });
  };
  const sunday = fetchAt('2027-03-28T10:00:00Z');
  expect(fetchAt('2027-03-29T06:59:59.999Z', sunday.etag).status).toBe(304);
  const [ruleset] = delivery.store.all().flatMap((held) => (held.ruleset.flags.has('office') ? held.ruleset : []));
  const boundary = ruleset && nextBoundary(ruleset, Date.parse('2027-03-28T10:00:00Z'));
  expect(boundary).toBe(Date.parse('2027-03-29T07:00:00Z'));
  const monday = fetchAt('2027-03-29T07:00:00Z', sunday.etag);
  expect(monday.status).toBe(200);
  expect(monday.text).toContain('"key":"office"');
  expect(monday.etag).not.toBe(sunday.etag);
  expect(fetchAt('2027-03-29T14:59:59Z', monday.etag).status).toBe(304);
  expect(fetchAt('2027-03-29T15:00:00Z', monday.etag)).toMatchObject({ status: 200, etag: sunday.etag });
});
