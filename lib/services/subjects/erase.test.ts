import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRulesetStore } from '@/lib/delivery/ruleset-store';
import { evaluate } from '@/lib/engine/evaluate';
import { verifyAudit } from '../audit/verify';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { createFlag } from '../flags/create';
import { addSegmentMembers } from '../segments/add-members';
import { createSegment } from '../segments/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { eraseSubject } from './erase';
import { getSubject } from './get';
import { identifySubject } from './identify';

let services: TestServices;
let environmentId = '';
const environment = 'development';
/** Also the key of a variant: nothing but subjects may be renamed. */
const KEY = 'on';
const admin = () => services.as('admin');
const store = () =>
  createRulesetStore({
    database: async () => services.db,
    pollMs: 1_000,
    monotonic: () => 0,
    log: { warn: () => {} },
    profiles: { update: async () => {} },
  });

beforeAll(async () => {
  services = await createTestServices();
  environmentId = (await services.db.environment.findFirstOrThrow({ where: { key: environment } })).id;
  await createFlag(admin(), { key: 'f', name: 'F', type: 'boolean' });
  const change = (version: number, instructions: object[]) =>
    changeConfiguration(admin(), { flag: 'f', environment, version, instructions });
  await change(1, [{ kind: 'turnOn' }, { kind: 'addTargets', variant: 'on', subjects: [KEY, 'other'] }]);
  await change(2, [{ kind: 'setDefault', default: { variant: 'off' } }]);
  await createSegment(admin(), { key: 's' });
  await addSegmentMembers(admin(), { key: 's', environment, subjects: [KEY, 'other'] });
  await identifySubject(admin(), {
    environment,
    targetingKey: KEY,
    isTrusted: true,
    attributes: { email: 'on@example.com' },
  });
  await identifySubject(admin(), {
    environment,
    targetingKey: 'other',
    isTrusted: true,
    attributes: { email: 'other@example.com' },
  });
  const event = { environmentId, type: 'track', event: 'x', at: services.now(), receivedAt: services.now() };
  await services.db.event.createMany({
    data: [
      { ...event, id: 'e1', subject: KEY },
      { ...event, id: 'e2', subject: 'other' },
    ],
  });
});
afterAll(() => services.close());

describe('erasing', () => {
  it('needs the version, the permission and a subject', async () => {
    const erase = (changes: object, role: 'viewer' | 'stranger' | 'admin' = 'admin') =>
      refusal(eraseSubject(services.as(role), { environment, targetingKey: KEY, version: 1, ...changes }));
    const versionless = await refusal(eraseSubject(admin(), { environment, targetingKey: KEY }));
    expect(versionless.code).toBe('version_required');
    expect((await erase({ version: 7 })).kind).toBe('conflict');
    expect((await erase({}, 'viewer')).kind).toBe('forbidden');
    expect((await erase({}, 'stranger')).kind).toBe('not_found');
    expect((await erase({ targetingKey: 'nobody' })).kind).toBe('not_found');
    expect((await erase({ environment: 'staging' })).kind).toBe('not_found');
  });

  it('takes a subject out of what is in force, of history and of the audit, and leaves all others', async () => {
    const behind = store();
    await behind.refresh();
    await eraseSubject(admin(), { environment, targetingKey: KEY, version: 1 });

    expect((await getConfiguration(admin(), { flag: 'f', environment })).targets).toEqual([
      { variant: 'on', subjects: ['other'] },
    ]);
    expect((await refusal(getSubject(admin(), { environment, targetingKey: KEY }))).kind).toBe('not_found');
    const erased = expect.stringMatching(/^erased-/);
    const events = await services.db.event.findMany({ orderBy: { id: 'asc' } });
    expect(events.map(({ subject }) => subject)).toEqual([erased, 'other']);

    const members = await services.db.item.findMany({ where: { kind: 'member' }, orderBy: { id: 'asc' } });
    expect(members.map(({ key, toNumber }) => [key, toNumber === null])).toEqual([
      [expect.stringMatching(/^s\/erased-/), false],
      ['s/other', true],
    ]);
    const closed = await services.db.item.findMany({ where: { kind: 'config', toNumber: { not: null } } });
    const kept = closed.map(({ body }) => JSON.stringify(body)).join();
    expect(kept).toMatch(/"subjects":\["erased-[^"]+","other"\]/);
    expect(kept).toContain('"variant":"on"');
    const changes = await services.db.change.findMany({ where: { key: 'f' } });
    const said = JSON.stringify(
      changes.map(({ instructions, inverse, footprint }) => [instructions, inverse, footprint]),
    );
    expect(said).not.toMatch(/"subjects":\["on"|target:on"/);

    const named = await services.db.auditEntry.findMany({ where: { environment }, orderBy: { seq: 'asc' } });
    for (const { action, detail, salt } of named) {
      if (action === 'subject.erase') expect(detail).toContain('"subject":"erased-');
      else expect(detail === null).toBe(salt === null);
    }
    const mine = named.filter(({ detail }) => detail?.includes('on@example.com') || detail?.includes(`["${KEY}"`));
    expect(mine).toEqual([]);
    expect(named.filter(({ detail }) => detail?.includes('other@example.com'))).toHaveLength(1);

    // An instance that did not follow in between must not look for the member under its old name.
    await behind.refresh();
    const after = behind.get(environmentId)?.ruleset;
    expect(after?.segments.get('s')?.members.size).toBe(1);
    expect(after && evaluate(after, 'f', { targetingKey: KEY }, 0).cause).toBe('default');
    expect(after && evaluate(after, 'f', { targetingKey: 'other' }, 0).cause).toBe('target');
  });

  it('is told apart from tampering', async () => {
    const verdict = await verifyAudit(admin(), {});
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    expect(verdict.erased).toBeGreaterThanOrEqual(4);
    const { id, detail } = await services.db.auditEntry.findFirstOrThrow({
      where: { action: 'subject.identify', detail: { not: null } },
    });
    await services.db.auditEntry.update({
      where: { id },
      data: { detail: detail?.replace('other@', 'another@') ?? null },
    });
    expect(await verifyAudit(admin(), {})).toMatchObject({ ok: false, problems: [{ problem: 'edited' }] });
  });
});
