import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { listRevisions } from '../configurations/list-revisions';
import { enableFlag } from '../configurations/set-state';
import { createFlag } from '../flags/create';
import { createSegment } from '../segments/create';
import { getSegment } from '../segments/get';
import { updateSegmentContent } from '../segments/update-content';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { createEnvironment } from './create';
import { getEnvironment } from './get';
import { listEnvironments } from './list';
import { removeEnvironment } from './remove';
import { updateEnvironment } from './update';

let services: TestServices;
const admin = () => services.as('admin');

beforeAll(async () => {
  services = await createTestServices();
  await createFlag(admin(), { key: 'a', type: 'boolean' });
  await enableFlag(admin(), { flag: 'a', environment: 'production' });
  await createSegment(admin(), { key: 's' });
});
afterAll(() => services.close());

describe('creating', () => {
  it('brings every flag, off, and every segment, empty', async () => {
    const view = await createEnvironment(admin(), { key: 'qa', color: 'teal' });
    expect(view).toMatchObject({
      key: 'qa',
      name: 'qa',
      color: 'teal',
      protected: false,
      position: 3,
      version: 1,
      number: 1,
    });
    expect(await getEnvironment(services.as('viewer'), { key: 'qa' })).toEqual(view);
    const place = { flag: 'a', environment: 'qa' };
    expect(await getConfiguration(services.as('viewer'), place)).toMatchObject({ state: 'off', version: 1 });
    expect((await listRevisions(services.as('viewer'), place)).items).toHaveLength(1);
    expect(await enableFlag(services.as('developer'), place)).toMatchObject({ state: 'on', version: 2 });
    expect((await getSegment(services.as('viewer'), { key: 's', environment: 'qa' })).content.conditions).toEqual([]);
  });

  it('brings segments at the version they have reached', async () => {
    await updateSegmentContent(admin(), {
      key: 's',
      environment: 'staging',
      version: 1,
      conditions: [{ attribute: 'a', operator: 'exists' }],
    });
    await createEnvironment(admin(), { key: 'later' });
    const { version } = await getSegment(services.as('viewer'), { key: 's', environment: 'later' });
    expect(
      (
        await updateSegmentContent(admin(), {
          key: 's',
          environment: 'later',
          version,
          conditions: [{ attribute: 'b', operator: 'exists' }],
        })
      ).version,
    ).toBe(3);
  });

  it('keeps its signing secret encrypted and to itself', async () => {
    const stored = await services.db.environment.findFirstOrThrow({ where: { key: 'qa' } });
    expect(stored.signingSecret).toMatch(/^v1\.test\./);
    expect(JSON.stringify(await services.db.auditEntry.findMany())).not.toContain(stored.signingSecret);
    expect(await getEnvironment(admin(), { key: 'qa' })).not.toHaveProperty('signingSecret');
  });

  it('is for administrators, under a key of its own', async () => {
    for (const role of ['viewer', 'developer', 'editor'] as const) {
      expect((await refusal(createEnvironment(services.as(role), { key: 'mine' }))).kind).toBe('forbidden');
    }
    expect((await refusal(createEnvironment(services.as('stranger'), { key: 'mine' }))).kind).toBe('not_found');
    expect(await race(5, (index) => createEnvironment(admin(), { key: index % 2 ? 'Raced' : 'raced' }))).toEqual({
      done: 1,
      key_taken: 4,
    });
    expect((await refusal(createEnvironment(admin(), { key: 'a/b' }))).kind).toBe('invalid');
  });
});

describe('listing', () => {
  it('keeps the order, by pages', async () => {
    const all = await listEnvironments(services.as('viewer'), {});
    expect(all.items.map(({ key }) => key).slice(0, 4)).toEqual(['development', 'staging', 'production', 'qa']);
    const first = await listEnvironments(services.as('viewer'), { limit: 2 });
    const second = await listEnvironments(services.as('viewer'), { limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ key }) => key)).toEqual(['production', 'qa']);
    expect((await refusal(listEnvironments(services.as('viewer'), { cursor: 'made-up' }))).code).toBe('invalid_cursor');
    expect((await refusal(listEnvironments(services.as('stranger'), {}))).kind).toBe('not_found');
    expect((await refusal(getEnvironment(services.as('viewer'), { key: 'absent' }))).kind).toBe('not_found');
  });
});

describe('changing', () => {
  it('takes policies, and writes what rulesets need to know', async () => {
    const before = await getEnvironment(admin(), { key: 'qa' });
    const named = await updateEnvironment(admin(), { key: 'qa', version: 1, name: 'Quality', requireComment: true });
    expect(named).toEqual({ ...before, name: 'Quality', requireComment: true, version: 2 });
    const open = await updateEnvironment(admin(), { key: 'qa', version: 2, publicRead: true });
    expect(open).toMatchObject({ publicRead: true, version: 3, number: before.number + 1 });
    expect(await getEnvironment(admin(), { key: 'qa' })).toEqual(open);
    const item = await services.db.item.findFirst({ where: { kind: 'environment', key: 'qa', toNumber: null } });
    expect(item?.body).toEqual({ v: 1, publicRead: true });
    expect(await updateEnvironment(admin(), { key: 'qa', version: 3, publicRead: true })).toEqual(open);
    expect((await refusal(enableFlag(admin(), { flag: 'a', environment: 'qa' }))).code).toBe('comment_required');
  });

  it('protects it from then on', async () => {
    const change = { flag: 'a', environment: 'later', version: 1, instructions: [{ kind: 'turnOn' }] };
    await updateEnvironment(admin(), { key: 'later', version: 1, protected: true });
    expect((await refusal(changeConfiguration(services.as('developer'), change))).kind).toBe('forbidden');
  });

  it('is refused when stale, and to all but administrators', async () => {
    const asked = { key: 'qa', version: 1, name: 'Stale' };
    const stale = await refusal(updateEnvironment(admin(), asked));
    expect([stale.code, stale.current]).toEqual(['version_conflict', await getEnvironment(admin(), { key: 'qa' })]);
    expect((await refusal(updateEnvironment(services.as('editor'), asked))).kind).toBe('forbidden');
    expect((await refusal(updateEnvironment(services.as('stranger'), asked))).kind).toBe('not_found');
    expect((await refusal(updateEnvironment(admin(), { key: 'qa', name: 'x' }))).code).toBe('version_required');
  });
});

describe('removing', () => {
  it('takes everything in it along, and says so', async () => {
    const { id, version } = await getEnvironment(admin(), { key: 'qa' });
    services.committed.length = 0;
    expect((await refusal(removeEnvironment(services.as('editor'), { key: 'qa', version }))).kind).toBe('forbidden');
    expect((await refusal(removeEnvironment(admin(), { key: 'qa', version: 1 }))).code).toBe('version_conflict');
    await removeEnvironment(admin(), { key: 'qa', version });
    expect(services.committed).toEqual([id]);
    expect(await services.db.item.count({ where: { environmentId: id } })).toBe(0);
    expect((await refusal(getConfiguration(admin(), { flag: 'a', environment: 'qa' }))).kind).toBe('not_found');
  });

  it('leaves the last one, also under a race', async () => {
    const { items } = await listEnvironments(admin(), {});
    const outcomes = await race(items.length, (index) => {
      const { key, version } = items[index] ?? { key: '', version: 0 };
      return removeEnvironment(admin(), { key, version });
    });
    expect(outcomes).toEqual({ done: items.length - 1, last_environment: 1 });
  });
});
