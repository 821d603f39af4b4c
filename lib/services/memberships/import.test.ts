import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateEnvironment } from '../environments/update';
import { createFlag } from '../flags/create';
import { createTenant } from '../tenants/create';
import { createTestServices, refusal, TEST_NOW, type TestRole, type TestServices } from '../testing';
import { addMemberships } from './add-many';
import { createMembership } from './create';
import { searchMemberships } from './search';

const environment = 'staging';
let services: TestServices;
let count = 0;
let flag = '';
const as = (role: TestRole = 'admin') => services.as(role);
const MARCH = { startDate: '2026-03-02', endDate: '2026-03-31' };
const send = (rows: object[], more: object = {}, role: TestRole = 'editor') =>
  addMemberships(as(role), { environment, flag, rows, ...more });
const file = (csv: string, more: object = {}) =>
  addMemberships(as('editor'), { environment, flag, csv, dryRun: true, ...more });
const stored = () =>
  services.db.item.findMany({ where: { kind: 'membership', key: { startsWith: `${flag}/` }, toNumber: null } });
const codes = (report: { problems: { line: number; path: string; code: string }[] }) =>
  report.problems.map(({ line, path, code }) => `${line} ${path}:${code}`);

beforeAll(async () => {
  services = await createTestServices();
  await createTenant(as(), { key: 'acme' });
});
beforeEach(async () => {
  flag = `f${(count += 1)}`;
  await createFlag(as(), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

describe('a list', () => {
  it('is added once, however often it is sent', async () => {
    const rows = [
      { subject: 'u1', ...MARCH },
      { subject: 'u2', startsAt: '2026-03-02T10:00:00+01:00', endsAt: '2026-03-09T10:00:00Z', note: 'Pilot' },
      { tenant: 'acme', ...MARCH, timezone: 'Europe/Berlin', variant: 'off' },
      { subject: 'u1', ...MARCH, note: 'Twice' },
    ];
    const dry = await send(rows, { dryRun: true });
    expect([dry, await stored()]).toMatchObject([{ dryRun: true, rows: 4, added: 3, present: 1, problems: [] }, []]);
    expect(await send(rows)).toEqual({ ...dry, dryRun: false, flags: [{ flag, added: 3 }] });
    expect(await send(rows)).toMatchObject({ added: 0, present: 4, flags: [] });
    expect(await send([{ subject: 'u1', ...MARCH, variant: 'off' }])).toMatchObject({ added: 1, present: 0 });
    expect(await stored()).toHaveLength(4);
    const entries = await services.db.auditEntry.findMany({ where: { flag, action: 'membership.addMany' } });
    const lists = entries.map(({ tenant, detail }) => [tenant, JSON.parse(detail ?? '').after.memberships.length]);
    expect(lists.sort()).toEqual(
      [
        [null, 1],
        [null, 2],
        ['acme', 1],
      ].sort(),
    );
  });

  it('with an error in one row adds none, and says what is wrong with each', async () => {
    await createFlag(as(), { key: `${flag}-text`, type: 'string', variants: [{ key: 'red', value: 'r' }] });
    const rows = [
      { subject: 'good', ...MARCH },
      { ...MARCH },
      { subject: 'u', startDate: '2026-03-02' },
      { subject: 'u', startDate: '2026-03-02', endDate: '2026-02-01' },
      { subject: 'u', ...MARCH, endDate: '2026-02-30' },
      { subject: 'u', ...MARCH, timezone: 'Moon/Sea' },
      { subject: 'u', ...MARCH, variant: 'maybe' },
      { tenant: 'nobody', ...MARCH },
      { subject: 'u', ...MARCH, flag: 'nothing' },
      { subject: 'u', ...MARCH, flag: `${flag}-text` },
      { subject: 'u', ...MARCH, environment: 'production' },
      { subject: 'x'.repeat(600), ...MARCH },
      { subject: 7, ...MARCH },
      { subject: 'u', startsAt: '2026-03-29T02:30', endDate: '2026-03-30', timezone: 'Europe/Berlin' },
    ];
    const found = [
      '2 :membership_form',
      '3 endsAt:window_edges',
      '4 endsAt:window_order',
      '5 endsAt:date_unreadable',
      '6 timezone:timezone_unknown',
      '7 variant:unknown_variant',
      '8 tenant:unknown_tenant',
      '9 flag:unknown_flag',
      '10 variant:variant_needed',
      '11 :unknown_field',
      '12 subject:too_big_text',
      '13 subject:expected_string',
      '14 startsAt:date_unreadable',
    ];
    const dry = await send(rows, { dryRun: true });
    expect([codes(dry), dry.added]).toEqual([found, 1]);
    const refused = await refusal(send(rows));
    expect(refused).toMatchObject({ kind: 'refused', code: 'import_refused' });
    expect(refused.at).toEqual(found.map((each) => `lines.${each.replace(' ', '.')}`));
    expect(await stored()).toEqual([]);
  });

  it('needs the permission, a comment where one is wanted, and rows', async () => {
    const rows = [{ subject: 'u', ...MARCH }];
    expect(await refusal(send(rows, {}, 'viewer'))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(send(rows, {}, 'stranger'))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(send(rows, { environment: 'production' }, 'developer'))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(send([]))).toMatchObject({ code: 'invalid' });
    expect(await refusal(send(rows, { csv: 'subject' }))).toMatchObject({ code: 'invalid', at: [':import_form'] });
    expect(await refusal(send(Array.from({ length: 1_001 }, () => rows[0] ?? {})))).toMatchObject({ code: 'invalid' });
    const place = { projectId: services.projectId, key: 'production' };
    const { version } = await services.db.environment.findFirstOrThrow({ where: place });
    await updateEnvironment(as(), { key: 'production', version, requireComment: true });
    const production = { environment: 'production' };
    expect(await refusal(send(rows, production))).toMatchObject({ code: 'comment_required' });
    expect(await send(rows, { ...production, dryRun: true })).toMatchObject({ added: 1 });
    expect(await send(rows, { ...production, comment: 'Pilot' })).toMatchObject({ added: 1 });
  });
});

describe('a file', () => {
  it('is read by its first line, whatever separates it, with lines as an editor counts them', async () => {
    const csv = [
      '\uFEFFTargeting key;Start date;END_DATE;note;colour',
      'u1;2026-03-02;2026-03-31;"two\nlines";red',
      '',
      "'=1+1;2026-03-02;2026-03-31;;",
      'u3;2026-03-02;2026-02-31;;',
    ].join('\r\n');
    expect(codes(await file(csv))).toEqual(['6 endsAt:date_unreadable']);
    const good = csv.split('\r\n').slice(0, 4).join('\r\n');
    expect(await file(good, { dryRun: false })).toMatchObject({ rows: 2, added: 2 });
    const bodies = (await stored()).map(({ body }) => [
      Reflect.get(Object(body), 'subject'),
      Reflect.get(Object(body), 'note'),
    ]);
    expect(bodies.sort()).toEqual(
      [
        ['=1+1', undefined],
        ['u1', 'two\nlines'],
      ].sort(),
    );
  });

  it.each<[string, string, string]>([
    ['nothing that is a column', 'a,b\n1,2', 'head_missing'],
    ['no head', 'u1,2026-03-02,2026-03-31', 'head_missing'],
    ['nobody', 'startDate,endDate\n2026-03-02,2026-03-31', 'head_whose'],
    ['no start', 'subject,endDate\nu,2026-03-31', 'head_start'],
    ['no end', 'subject,startDate\nu,2026-03-31', 'head_end'],
    ['a column twice', 'subject,Subject,startDate,endDate\nu,u,2026-03-02,2026-03-31', 'head_twice'],
  ])('with %s in its first line is refused', async (_, csv, code) => {
    expect(await refusal(file(csv))).toMatchObject({ kind: 'invalid', at: [`csv:${code}`] });
  });

  it('of more rows than a call takes is refused, and odd lines are told', async () => {
    const head = 'subject,startDate,endDate\n';
    const many = head + 'u,2026-03-02,2026-03-31\n'.repeat(1_001);
    expect(await refusal(file(many))).toMatchObject({ at: ['csv:import_rows'] });
    const odd = `${head}u,2026-03-02,2026-03-31,more\n,,\nv,2026-03-02\n"w,2026-03-02,2026-03-31\n`;
    expect(codes(await file(odd))).toEqual([
      '2 :extra_cells',
      '4 endsAt:window_edges',
      '5 startsAt:window_edges',
      '5 endsAt:window_edges',
    ]);
  });
});

describe('all flags’ memberships', () => {
  it('come flag by flag, by state and by name, page by page', async () => {
    services.setNow(TEST_NOW);
    const place = { environment: 'development' };
    await createFlag(as(), { key: `${flag}-b`, type: 'boolean' });
    const add = (key: string, subject: string, startDate: string, endDate: string) =>
      createMembership(as(), { ...place, flag: key, subject, startDate, endDate });
    await add(`${flag}-b`, 'Zoe', '2026-03-01', '2026-03-02');
    await add(flag, 'zed', '2026-03-01', '2026-03-09');
    await add(flag, 'ann', '2026-03-01', '2026-03-05');
    await add(flag, 'old', '2026-01-01', '2026-01-02');
    await add(flag, 'older', '2025-01-01', '2025-01-02');
    await add(`${flag}-b`, 'next', '2026-04-01', '2026-04-02');
    const names = async (more: object) => {
      const found: (string | null)[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await searchMemberships(as('viewer'), { ...place, limit: 2, cursor, ...more });
        found.push(...page.items.map(({ subject }) => subject));
        cursor = page.nextCursor;
      }
      return found;
    };
    expect(await names({})).toEqual(['older', 'old', 'zed', 'ann', 'Zoe', 'next'].map((name) => name));
    expect(await names({ state: 'open' })).toEqual(['ann', 'zed', 'Zoe']);
    expect(await names({ state: 'past' })).toEqual(['old', 'older']);
    expect(await names({ state: 'upcoming' })).toEqual(['next']);
    expect(await names({ flag: `${flag}-b` })).toEqual(['Zoe', 'next']);
    expect(await names({ flag, state: 'past' })).toEqual(['old', 'older']);
    expect(await names({ q: 'Z' })).toEqual(['zed', 'Zoe']);
    expect(await names({ q: 'z', flag, state: 'open' })).toEqual(['zed']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await refusal(searchMemberships(as('viewer'), { ...place, cursor: 'x' }))).toMatchObject({
      code: 'invalid_cursor',
    });
    expect(await refusal(searchMemberships(as('stranger'), place))).toMatchObject({ kind: 'not_found' });
  });
});
