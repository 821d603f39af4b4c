import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDelivery, ENVIRONMENT, type TestDelivery } from '@/lib/delivery/testing/create-test-delivery';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { removeFlag } from '../flags/remove';
import { updateEnvironment } from '../environments/update';
import { createProject } from '../projects/create';
import { createSubject } from '../subjects/create';
import { eraseSubject } from '../subjects/erase';
import { createTenant } from '../tenants/create';
import { removeTenant } from '../tenants/remove';
import { refusal, TEST_NOW, type TestRole } from '../testing';
import { createMembership } from './create';
import { getMembership } from './get';
import { listMemberships } from './list';
import { listSubjectMemberships } from './list-of-subject';
import { removeMembership } from './remove';
import { updateMembership } from './update';

let delivery: TestDelivery;
let count = 0;
let flag = '';
let subject = '';
const environment = ENVIRONMENT;
const as = (role: TestRole) => delivery.services.as(role, { committed: async () => delivery.store.refresh() });
const MARCH = { startDate: '2026-03-02', endDate: '2026-03-31' };
const add = (more: object = {}, role: TestRole = 'editor') =>
  createMembership(as(role), { flag, environment, subject, ...MARCH, ...more });
const list = (more: object = {}) => listMemberships(as('viewer'), { flag, environment, ...more });
const open = () =>
  delivery.services.db.item.findMany({
    where: { kind: 'membership', key: { startsWith: `${flag}/` }, toNumber: null },
  });
const ask = (context: string) => delivery.ask(`/api/flags/${flag}?${context}`).json;
const entryOf = async (action: string) => {
  const where = { action, flag };
  const entry = await delivery.services.db.auditEntry.findFirstOrThrow({ where, orderBy: { seq: 'desc' } });
  return { ...entry, detail: JSON.parse(entry.detail ?? '') };
};

beforeAll(async () => {
  delivery = await createTestDelivery();
  await createTenant(as('admin'), { key: 'acme' });
});
beforeEach(async () => {
  delivery.services.setNow(TEST_NOW);
  flag = `f${(count += 1)}`;
  subject = `u${count}`;
  await delivery.makeFlag({ key: flag });
  await delivery.change(flag, [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'off' } }]);
});
afterAll(() => delivery.close());

describe('adding one', () => {
  it('resolves whole days in a zone, both included, across a change of clocks', async () => {
    const view = await add({
      startDate: '2026-03-29',
      endDate: '2026-03-29',
      timezone: 'Europe/Berlin',
      note: 'Pilot',
    });
    expect(view).toEqual({
      id: view.id,
      flag,
      environment,
      subject,
      tenant: null,
      variant: 'on',
      startsAt: '2026-03-28T23:00:00.000Z',
      endsAt: '2026-03-29T22:00:00.000Z',
      startDate: '2026-03-29',
      endDate: '2026-03-29',
      timezone: 'Europe/Berlin',
      recurring: null,
      note: 'Pilot',
      state: 'upcoming',
      open: false,
      nextChange: '2026-03-28T23:00:00.000Z',
      updatedAt: TEST_NOW,
      version: 1,
    });
    expect(await getMembership(as('viewer'), { flag, environment, id: view.id })).toEqual(view);
    const entry = await entryOf('membership.create');
    expect(entry).toMatchObject({ environment, detail: { before: null, after: { subject, variant: 'on' } } });
  });

  it('takes instants, and one edge of each kind', async () => {
    const instants = { startDate: undefined, endDate: undefined };
    const view = await add({ ...instants, startsAt: '2026-03-02T10:00:00+01:00', endsAt: '2026-03-03T09:00:00Z' });
    expect(view).toMatchObject({
      startsAt: TEST_NOW,
      startDate: null,
      endsAt: '2026-03-03T09:00:00.000Z',
      state: 'open',
    });
    const mixed = await add({ startDate: undefined, startsAt: TEST_NOW, endDate: '2026-03-02' });
    expect(mixed).toMatchObject({ startsAt: TEST_NOW, endsAt: '2026-03-03T00:00:00.000Z', endDate: '2026-03-02' });
  });

  it.each<[string, object, string, string[]]>([
    ['neither subject nor tenant', { subject: undefined }, 'invalid', [':membership_form']],
    ['both', { tenant: 'acme' }, 'invalid', [':membership_form']],
    ['no end', { endDate: undefined }, 'invalid', ['endsAt:window_edges']],
    ['no start', { startDate: undefined }, 'invalid', ['startsAt:window_edges']],
    ['an end before the start', { endDate: '2026-03-01' }, 'change_refused', ['endsAt:window_order']],
    ['a day that does not exist', { endDate: '2026-02-30' }, 'change_refused', ['endsAt:date_unreadable']],
    ['an unknown zone', { timezone: 'Moon/Sea' }, 'change_refused', ['timezone:timezone_unknown']],
    ['an unknown variant', { variant: 'maybe' }, 'unknown_variant', ['variant:unknown_variant']],
    ['an unknown tenant', { subject: undefined, tenant: 'nobody' }, 'unknown_tenant', ['tenant:unknown_tenant']],
    ['an unknown flag', { flag: 'nothing' }, 'not_found', []],
    ['an unknown environment', { environment: 'nowhere' }, 'not_found', []],
    ['an unknown field', { weekdays: [1] }, 'invalid', [':unknown_field']],
  ])('refuses %s', async (_, more, code, at) => {
    const refused = await refusal(add(more));
    expect([refused.code, refused.at]).toEqual([code, at]);
    expect(await open()).toEqual([]);
  });

  it('needs a variant where the flag is not boolean', async () => {
    flag = `text${count}`;
    await delivery.makeFlag({ key: flag, type: 'string', variants: [{ key: 'red', value: 'r' }] });
    expect(await refusal(add())).toMatchObject({ kind: 'refused', code: 'variant_needed' });
    expect(await add({ variant: 'red' })).toMatchObject({ variant: 'red' });
  });
});

describe('who may', () => {
  it('not a viewer, not a stranger, not a developer where it is protected', async () => {
    expect(await refusal(add({}, 'viewer'))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(add({}, 'stranger'))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(add({ environment: 'production' }, 'developer'))).toMatchObject({ kind: 'forbidden' });
    expect(await add({}, 'developer')).toMatchObject({ environment });
    expect(await add({ environment: 'production' })).toMatchObject({ environment: 'production' });
  });

  it('another project does not see it', async () => {
    const { id } = await add();
    const other = await createProject(delivery.services.installation(), { key: `other${count}`, name: 'Other' });
    const foreign = delivery.services.inProject(other, 'admin');
    const place = { flag, environment };
    const works = [
      () => getMembership(foreign, { ...place, id }),
      () => removeMembership(foreign, { ...place, id, version: 1 }),
      () => listMemberships(foreign, place),
    ];
    for (const work of works) expect(await refusal(work())).toMatchObject({ kind: 'not_found' });
  });

  it('with a comment where the environment asks for one', async () => {
    const where = { projectId: delivery.services.projectId, key: 'staging' };
    const { version } = await delivery.services.db.environment.findFirstOrThrow({ where });
    await updateEnvironment(as('admin'), { key: 'staging', version, requireComment: true });
    expect(await refusal(add({ environment: 'staging' }))).toMatchObject({ code: 'comment_required' });
    expect(await add({ environment: 'staging', comment: 'For the pilot' })).toMatchObject({ environment: 'staging' });
    expect(JSON.parse((await entryOf('membership.create')).body)).toMatchObject({ comment: 'For the pilot' });
  });
});

describe('changing one', () => {
  it('moves an edge and leaves the rest, by the version it is based on', async () => {
    const { id } = await add({ timezone: 'Europe/Berlin', note: 'Pilot' });
    const place = { flag, environment, id };
    const later = await updateMembership(as('editor'), { ...place, version: 1, endDate: '2026-04-30' });
    expect(later).toMatchObject({
      startDate: '2026-03-02',
      endDate: '2026-04-30',
      endsAt: '2026-04-30T22:00:00.000Z',
      note: 'Pilot',
      version: 2,
    });
    expect(await refusal(updateMembership(as('editor'), { ...place, version: 1, note: 'Late' }))).toMatchObject({
      code: 'version_conflict',
      current: { version: 2 },
    });
    const moved = await updateMembership(as('editor'), { ...place, version: 2, timezone: 'UTC', note: '' });
    expect(moved).toMatchObject({ startsAt: '2026-03-02T00:00:00.000Z', note: null, version: 3 });
    const early = updateMembership(as('editor'), { ...place, version: 3, endDate: '2026-02-01' });
    expect((await refusal(early)).at).toEqual(['endsAt:window_order']);
    expect(await updateMembership(as('editor'), { ...place, version: 3 })).toEqual(moved);
    expect((await entryOf('membership.update')).detail).toMatchObject({
      before: { note: 'Pilot', timezone: 'Europe/Berlin' },
      after: { timezone: 'UTC' },
    });
  });

  it('removes it by its version', async () => {
    const { id } = await add();
    const place = { flag, environment, id };
    expect(await refusal(removeMembership(as('editor'), place))).toMatchObject({ code: 'version_required' });
    expect(await refusal(removeMembership(as('editor'), { ...place, version: 2 }))).toMatchObject({ kind: 'conflict' });
    await removeMembership(as('editor'), { ...place, version: 1 });
    expect(await open()).toEqual([]);
    expect(await refusal(getMembership(as('viewer'), place))).toMatchObject({ kind: 'not_found' });
    expect(await entryOf('membership.remove')).toMatchObject({ detail: { before: { subject }, after: null } });
  });
});

describe('what applications get', () => {
  it('the variant while it is open: from its start, and no longer at its end', async () => {
    await add({
      startDate: undefined,
      endDate: undefined,
      startsAt: '2026-03-02T10:00:00Z',
      endsAt: '2026-03-02T11:00:00Z',
    });
    const causeAt = (at: string): unknown => {
      delivery.services.setNow(at);
      return ask(`targetingKey=${subject}`);
    };
    const member = { variant: 'on', reason: 'TARGETING_MATCH', cause: 'membership' };
    const others = { variant: 'off', cause: 'default' };
    expect(causeAt('2026-03-02T09:59:59.999Z')).toMatchObject(others);
    expect(causeAt('2026-03-02T10:00:00.000Z')).toMatchObject(member);
    expect(causeAt('2026-03-02T10:59:59.999Z')).toMatchObject(member);
    expect(causeAt('2026-03-02T11:00:00.000Z')).toMatchObject(others);
  });

  it('on the next read after it was added, and no longer after it was removed', async () => {
    const { id } = await add({ subject: undefined, tenant: 'acme' });
    expect(ask('targetingKey=someone&tenant=acme')).toMatchObject({ cause: 'membership' });
    expect(ask('targetingKey=someone')).toMatchObject({ cause: 'default' });
    await removeMembership(as('editor'), { flag, environment, id, version: 1 });
    expect(ask('targetingKey=someone&tenant=acme')).toMatchObject({ cause: 'default' });
  });
});

describe('lists', () => {
  it('by state, subject and tenant, page by page', async () => {
    const days = (startDate: string, endDate: string, more: object = {}) => add({ startDate, endDate, ...more });
    const past = await days('2026-02-01', '2026-03-01');
    const now = await days('2026-03-01', '2026-03-02');
    const next = await days('2026-03-03', '2026-03-04');
    const tenant = await days('2026-03-02', '2026-03-02', { subject: undefined, tenant: 'acme' });
    const ids = async (more: object) => (await list(more)).items.map(({ id }) => id);
    expect(await ids({ state: 'past' })).toEqual([past.id]);
    expect(await ids({ state: 'open' })).toEqual([now.id, tenant.id]);
    expect(await ids({ state: 'upcoming' })).toEqual([next.id]);
    expect(await ids({ tenant: 'acme' })).toEqual([tenant.id]);
    expect(await ids({ subject })).toEqual([past.id, now.id, next.id]);
    const first = await list({ limit: 3 });
    expect(first).toMatchObject({ total: 4, items: [{ id: past.id }, { id: now.id }, { id: tenant.id }] });
    expect(await list({ limit: 3, cursor: first.nextCursor })).toMatchObject({ items: [next], nextCursor: null });
    expect(await refusal(list({ cursor: 'x' }))).toMatchObject({ code: 'invalid_cursor' });
  });

  it('a subject’s own, of all flags of the environment', async () => {
    const here = await add();
    await add({ environment: 'production' });
    await createFlag(as('editor'), { key: `${flag}-2`, type: 'boolean' });
    const there = await add({ flag: `${flag}-2`, startDate: '2026-03-03' });
    const page = await listSubjectMemberships(as('viewer'), { environment, targetingKey: subject });
    expect(page).toMatchObject({ items: [here, there], total: 2 });
    const nobody = listSubjectMemberships(as('viewer'), { environment, targetingKey: 'nobody' });
    expect(await refusal(nobody)).toMatchObject({ kind: 'not_found' });
  });
});

describe('what goes with what', () => {
  it('with its flag', async () => {
    await add();
    await archiveFlag(as('editor'), { key: flag });
    const { version } = await delivery.services.db.flag.findFirstOrThrow({ where: { key: flag } });
    await removeFlag(as('admin'), { key: flag, version });
    expect(await open()).toEqual([]);
  });

  it('with its subject, whose name is then nowhere', async () => {
    await createSubject(as('admin'), { environment, targetingKey: subject });
    await add();
    await eraseSubject(as('admin'), { environment, targetingKey: subject, version: 1 });
    const rows = await delivery.services.db.item.findMany({
      where: { kind: 'membership', key: { startsWith: `${flag}/` } },
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.toNumber).not.toBeNull();
    expect(JSON.stringify(rows[0]?.body)).not.toContain(`"${subject}"`);
  });

  it('with its tenant', async () => {
    const tenant = `t${count}`;
    const { version } = await createTenant(as('admin'), { key: tenant });
    await add({ subject: undefined, tenant });
    await removeTenant(as('editor'), { tenant, version });
    expect(await open()).toEqual([]);
  });
});
