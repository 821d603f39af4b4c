import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { syncMemberships as syncJob } from '@/lib/jobs/sync-memberships';
import { runTestJob } from '@/lib/jobs/testing';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { restoreFlag } from '../flags/restore';
import { removeFlag } from '../flags/remove';
import { takeLease } from '../leases/lease';
import { createSubject } from '../subjects/create';
import { eraseSubject } from '../subjects/erase';
import { createTestServices, refusal, TEST_NOW, type TestRole, type TestServices } from '../testing';
import { countMemberships } from './counts';
import { createMembership } from './create';
import { listGroupMembers } from './list-members';
import { removeMembership } from './remove';
import { syncMembership, syncMemberships } from './sync';
import { syncSince, syncWhole } from './sync-environment';
import { updateMembership } from './update';

const environment = 'staging';
let services: TestServices;
let count = 0;
let flag = '';
let outbox = 0n;
const as = (role: TestRole = 'admin') => services.as(role);
const at = (hours: number): string => new Date(Date.parse(TEST_NOW) + hours * 3_600_000).toISOString();
const add = (subject: string, from: number, to: number, more: object = {}) =>
  createMembership(as(), { flag, environment, subject, startsAt: at(from), endsAt: at(to), ...more });
const members = async () => (await listGroupMembers(as(), { flag, environment })).items.map(({ subject }) => subject);
/** What the outbox told since it was asked last. */
const told = async () => {
  const rows = await services.db.outbox.findMany({
    where: {
      ...{ id: { gt: outbox }, topic: { in: ['membership.started', 'membership.ended'] } },
      payload: { path: ['flag'], equals: flag },
    },
    orderBy: { id: 'asc' },
  });
  outbox = rows.at(-1)?.id ?? outbox;
  return rows.map(
    ({ topic, payload }) =>
      `${topic.split('.')[1]} ${Reflect.get(Object(Reflect.get(Object(payload), 'details')), 'subject')}`,
  );
};
const tick = () => runTestJob(services, syncJob);
const audited = () =>
  services.db.auditEntry.findMany({ where: { flag, action: 'membership.sync' }, orderBy: { seq: 'asc' } });

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  services.setNow(TEST_NOW);
  await services.db.groupSync.deleteMany();
  flag = `f${(count += 1)}`;
  await createFlag(as(), { key: flag, type: 'boolean' });
  await told();
});
afterAll(() => services.close());

describe('the job', () => {
  it('adds who began, takes off who ended, tells of each once, and does nothing twice', async () => {
    await add('now', -1, 5);
    await add('soon', 1, 2);
    await add('past', -5, -1);
    expect(await tick()).toMatchObject({ report: { added: 1, removed: 0, failed: 0 } });
    expect([await members(), await told()]).toEqual([['now'], ['started now']]);
    expect(await tick()).toMatchObject({ report: { added: 0, removed: 0, failed: 0 } });
    services.setNow(at(1));
    await tick();
    expect([await members(), await told()]).toEqual([['now', 'soon'], ['started soon']]);
    services.setNow(at(2));
    await tick();
    expect([await members(), await told()]).toEqual([['now'], ['ended soon']]);
    const details = (await audited()).map(({ detail }) => JSON.parse(detail ?? '').after);
    expect(details).toEqual([
      { added: 1, removed: 0, updated: 0 },
      { added: 1, removed: 0, updated: 0 },
      { added: 0, removed: 1, updated: 0 },
    ]);
  });

  it('finds what was changed, removed or archived meanwhile', async () => {
    const moved = await add('moved', -1, 5);
    const gone = await add('gone', -1, 5);
    const late = await add('late', -1, 5);
    await tick();
    await told();
    const place = (id: string) => ({ flag, environment, id, version: 1 });
    await updateMembership(as(), { ...place(moved.id), endsAt: at(9) });
    await updateMembership(as(), { ...place(late.id), startsAt: at(2) });
    await removeMembership(as(), place(gone.id));
    await tick();
    expect((await listGroupMembers(as(), { flag, environment })).items).toMatchObject([
      { subject: 'moved', endsAt: at(9) },
    ]);
    expect((await told()).sort()).toEqual(['ended gone', 'ended late']);
    await archiveFlag(as(), { key: flag });
    await tick();
    expect([await members(), await told()]).toEqual([[], ['ended moved']]);
    await restoreFlag(as(), { key: flag });
    await tick();
    expect([await members(), await told()]).toEqual([['moved'], ['started moved']]);
    await archiveFlag(as(), { key: flag });
    const { version } = await services.db.flag.findFirstOrThrow({ where: { key: flag } });
    await removeFlag(as(), { key: flag, version });
    await tick();
    expect([await services.db.groupMember.count({ where: { flag } }), await told()]).toEqual([0, ['ended moved']]);
  });

  it('counts from start to end, whatever the hours of weekdays', async () => {
    await add('weekly', -1, 200, {
      timezone: 'Europe/Berlin',
      recurring: { weekdays: ['sun'], from: '09:00', to: '17:00' },
    });
    await tick();
    services.setNow(at(100));
    await tick();
    expect([await members(), await told()]).toEqual([['weekly'], ['started weekly']]);
  });

  it('forgets who was erased, at once and in what it told', async () => {
    await createSubject(as(), { environment, targetingKey: 'erased' });
    await add('erased', -1, 5);
    await tick();
    expect(await members()).toEqual(['erased']);
    await eraseSubject(as(), { environment, targetingKey: 'erased', version: 1 });
    expect(await members()).toEqual([]);
    expect((await told()).map((text) => text.replace(/erased-.*/, '…'))).toEqual(['started …']);
  });

  it('looks at everything once the clock went back', async () => {
    await add('later', 10, 20);
    services.setNow(at(11));
    await tick();
    expect(await members()).toEqual(['later']);
    services.setNow(TEST_NOW);
    await tick();
    expect(await members()).toEqual([]);
  });

  it('writes nothing once another has its lease, and 20 at once add everybody once', async () => {
    for (const subject of ['a', 'b', 'c']) await add(subject, -1, 5);
    const lease = await takeLease(services.db, `lost-${flag}`, 'one', 0);
    await takeLease(services.db, `lost-${flag}`, 'two', 60_000);
    if (!lease) throw new Error('nobody has it');
    const row = await services.db.environment.findFirstOrThrow({ where: { key: environment } });
    expect((await refusal(syncSince(as(), row, { lease }))).code).toBe('lease_lost');
    expect(await members()).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => syncWhole(as(), row, flag)));
    expect([await members(), (await told()).sort()]).toEqual([
      ['a', 'b', 'c'],
      ['started a', 'started b', 'started c'],
    ]);
  });
});

describe('asked for', () => {
  it('says what it did, of one flag, of one membership and of everything', async () => {
    const { id } = await add('one', -1, 5);
    await add('two', -1, 5);
    const place = { flag, environment, id };
    const changed = { environment, flag, added: 1, removed: 0, updated: 0 };
    expect(await syncMembership(as(), place)).toEqual({
      added: 1,
      removed: 0,
      updated: 0,
      unchanged: 0,
      flags: [changed],
    });
    expect(await syncMembership(as(), place)).toEqual({ added: 0, removed: 0, updated: 0, unchanged: 1, flags: [] });
    const report = await syncMemberships(as(), { flag });
    expect(report).toEqual({ added: 1, removed: 0, updated: 0, unchanged: 1, flags: [changed] });
    expect(await syncMemberships(as(), { flag, environment })).toMatchObject({ added: 0, unchanged: 2, flags: [] });
    await removeMembership(as(), { ...place, version: 1 });
    expect(await syncMembership(as(), place)).toMatchObject({ removed: 1 });
    expect(await refusal(syncMembership(as(), place))).toMatchObject({ kind: 'not_found' });
    expect(await syncMemberships(as(), {})).toMatchObject({ added: 0, removed: 0 });
    expect(await countMemberships(as('viewer'), { flag, environment })).toEqual({
      open: 1,
      upcoming: 0,
      past: 0,
      members: 1,
      syncedAt: TEST_NOW,
    });
  });

  it('is refused to who may not edit there, and for what is not there', async () => {
    const { id } = await add('one', -1, 5);
    expect(await refusal(syncMemberships(as('viewer'), { environment }))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(syncMemberships(as('developer'), {}))).toMatchObject({ kind: 'forbidden' });
    expect(await syncMemberships(as('developer'), { environment, flag })).toMatchObject({ added: 1 });
    expect(await refusal(syncMemberships(as('stranger'), {}))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(syncMembership(as('viewer'), { flag, environment, id }))).toMatchObject({ kind: 'forbidden' });
    expect(await refusal(syncMemberships(as(), { flag: 'nothing' }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(syncMemberships(as(), { environment: 'nowhere' }))).toMatchObject({ kind: 'not_found' });
  });
});
