import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '@/lib/engine/evaluate';
import type { Ruleset } from '@/lib/engine/model';
import { visibleKeys } from '@/lib/engine/visible-keys';
import { archiveFlag } from '@/lib/services/flags/archive';
import { createFlag } from '@/lib/services/flags/create';
import { restoreFlag } from '@/lib/services/flags/restore';
import { createApiKey } from '@/lib/services/keys/create';
import { revokeApiKey } from '@/lib/services/keys/revoke';
import { addSegmentMembers } from '@/lib/services/segments/add-members';
import { createSegment } from '@/lib/services/segments/create';
import { removeSegmentMembers } from '@/lib/services/segments/remove-members';
import { enableFlag, disableFlag, killFlag, reviveFlag } from '@/lib/services/configurations/set-state';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { HeldRulesets } from './held-rulesets';
import { type Loaded, load } from './load';
import { createRulesetStore, type RulesetStore } from './ruleset-store';
import { readVersions } from './versions';

let t: TestServices;
let store: RulesetStore;
const profiles = { update: async () => {} };
const warnings: object[] = [];

beforeAll(async () => {
  t = await createTestServices();
  const log = { warn: (fields: object) => void warnings.push(fields) };
  store = createRulesetStore({ database: async () => t.db, pollMs: 1_000, monotonic: () => 0, log, profiles });
});
afterAll(() => t.close());

const environmentNamed = async (key: string) => {
  const found = (await readVersions(t.db))?.environments.find((one) => one.key === key);
  if (!found) throw new Error('no such environment');
  return found;
};
const loadWhole = async (key: string): Promise<Loaded> => {
  const outcome = await load(t.db, await environmentNamed(key), undefined);
  if (outcome.kind !== 'loaded') throw new Error(outcome.kind);
  return outcome.loaded;
};

/** Everything that can be told from outside about a ruleset. */
function observed(ruleset: Ruleset): object {
  const contexts = ['u1', 'u2', 'u3', 'u4'].map((targetingKey) => ({ targetingKey }));
  const keys = [...ruleset.flags.keys()].sort();
  return {
    number: ruleset.number,
    epoch: ruleset.epoch,
    visible: [visibleKeys(ruleset, 'client'), visibleKeys(ruleset, 'server')],
    verdicts: keys.map((key) => contexts.map((context) => evaluate(ruleset, key, context, 0))),
    members: [...ruleset.segments]
      .map(([key, { members }]) => [key, [...members.entries()].map(([name]) => name).sort()])
      .sort(),
    keys: [...ruleset.apiKeys.keys()].sort(),
    environments: [...ruleset.environments],
  };
}

/** A small predictable generator, so that a failing sequence can be run again. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

async function writeSomething(pick: (below: number) => number, made: { flags: number; keys: string[] }): Promise<void> {
  const admin = t.as('admin');
  const flag = `flag-${pick(made.flags)}`;
  const subjects = { key: 'group', environment: 'staging', subjects: [`u${pick(4) + 1}`] };
  const choices: (() => Promise<unknown>)[] = [
    () =>
      createFlag(admin, {
        key: `flag-${(made.flags += 1) - 1}`,
        name: 'A flag',
        type: 'boolean',
        clientVisible: pick(2) === 0,
      }),
    () => enableFlag(admin, { flag, environment: 'staging' }),
    () => disableFlag(admin, { flag, environment: 'staging' }),
    () => killFlag(admin, { flag, environment: 'staging' }),
    () => reviveFlag(admin, { flag, environment: 'staging' }),
    () => archiveFlag(admin, { key: flag }),
    () => restoreFlag(admin, { key: flag }),
    () => addSegmentMembers(admin, subjects),
    () => removeSegmentMembers(admin, subjects),
    async () => made.keys.push((await createApiKey(admin, { kind: 'server', name: 'Key', environment: 'staging' })).id),
    async () => {
      const id = made.keys.pop();
      if (id !== undefined) await revokeApiKey(admin, { id });
    },
  ];
  // A write that the product refuses (such as reviving what was archived) is a step like any other.
  await choices[pick(choices.length)]?.().catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'ServiceError')) throw error;
  });
}

describe('what is in memory', () => {
  it('is ready only after the first load', async () => {
    expect([store.isReady(), store.isStale(), store.checkedAgo()]).toEqual([false, true, null]);
    await store.refresh();
    expect([store.isReady(), store.isStale(), store.checkedAgo()]).toEqual([true, false, 0]);
    expect(
      store
        .all()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(['development', 'production', 'staging']);
  });

  it.each([1, 2, 3])('is the same by differences as loaded whole, after any writes (seed %i)', async (seed) => {
    const pick = randomly(seed * 7_919);
    const made = { flags: 1, keys: [] as string[] };
    await createFlag(t.as('admin'), { key: 'flag-0', name: 'A flag', type: 'boolean' }).catch(() => null);
    await createSegment(t.as('admin'), { key: 'group', name: 'Group' }).catch(() => null);
    const { id } = await environmentNamed('staging');
    for (let round = 0; round < 8; round += 1) {
      for (let writes = pick(5); writes >= 0; writes -= 1) await writeSomething(pick, made);
      await store.refresh();
      const held = store.get(id);
      const whole = await loadWhole('staging');
      expect(held && observed(held.ruleset)).toEqual(observed(whole.ruleset));
      expect(held?.rows).toBe(whole.rows);
    }
    expect(warnings).toEqual([]);
  });

  it('knows keys as soon as they are made, and no longer when they are revoked', async () => {
    const { id, key } = await createApiKey(t.as('admin'), { kind: 'client', name: 'Key', environment: 'staging' });
    expect(store.findKey(key)).toBeNull();
    await store.refresh();
    expect(store.findKey(key)).toMatchObject({ id, body: { kind: 'client' } });
    await revokeApiKey(t.as('admin'), { id });
    await store.refresh();
    expect(store.findKey(key)).toBeNull();
  });
});

describe('what replaces what', () => {
  it('is never an older number of the same epoch, and always another epoch', async () => {
    const held = new HeldRulesets();
    const now = await loadWhole('staging');
    const at = (epoch: string, number: number): Loaded => ({ ...now, ruleset: { ...now.ruleset, epoch, number } });
    const put = (one: Loaded) => {
      held.put(one);
      const { epoch, number } = held.get(now.id)?.ruleset ?? { epoch: '', number: -1 };
      return `${epoch}-${number}`;
    };
    expect(put(at('a', 5))).toBe('a-5');
    expect(put(at('a', 4))).toBe('a-5');
    expect(put(at('a', 6))).toBe('a-6');
    expect(put(at('b', 1))).toBe('b-1');
    expect(put(at('b', 1))).toBe('b-1');
    expect(put(at('a', 7))).toBe('a-7');
  });

  it('is everything, when the epoch is another', async () => {
    const { id } = await environmentNamed('development');
    await t.db.environment.update({ where: { id }, data: { epoch: 'restored', number: 0 } });
    await t.db.item.updateMany({ where: { environmentId: id }, data: { fromNumber: 0 } });
    await store.refresh();
    expect(store.get(id)?.ruleset).toMatchObject({ epoch: 'restored', number: 0 });
    expect(observed(store.get(id)?.ruleset ?? (await loadWhole('development')).ruleset)).toEqual(
      observed((await loadWhole('development')).ruleset),
    );
  });

  it('is nothing, when the database is older than what is held: it was rolled back without saying so', async () => {
    const { id, number } = await environmentNamed('staging');
    await t.db.environment.update({ where: { id }, data: { number: number - 1 } });
    await store.refresh();
    expect(store.get(id)?.ruleset.number).toBe(number);
    await t.db.environment.update({ where: { id }, data: { number } });
  });

  it('is nothing, when the rows read are not as many as there are', async () => {
    const { id } = await environmentNamed('production');
    const before = store.get(id);
    // A reader that sees fewer rows than are counted, as a broken connection or a bug would give.
    const lossy = t.db.$extends({
      query: {
        item: {
          async findMany({ args, query }) {
            const rows = await query(args);
            return rows.slice(1);
          },
        },
      },
    });
    await enableFlag(t.as('admin'), { flag: 'flag-0', environment: 'production' }).catch(() => null);
    await createFlag(t.as('admin'), { key: 'one-more', name: 'One more', type: 'boolean' });
    const reader = lossy as unknown as typeof t.db;
    const other = createRulesetStore({
      database: async () => reader,
      pollMs: 1_000,
      monotonic: () => 0,
      log: { warn: (fields) => void warnings.push(fields) },
      profiles,
    });
    await expect(other.refresh()).rejects.toThrow('incompletely');
    expect(other.get(id)).toBeUndefined();
    expect(other.isReady()).toBe(false);
    expect(warnings).toContainEqual(expect.objectContaining({ environment: id, kind: 'mismatch' }));
    await store.refresh();
    expect(store.get(id)?.ruleset.number).toBeGreaterThan(before?.ruleset.number ?? Infinity);
  });

  it('is an empty ruleset, when it is truly empty', async () => {
    const { id } = await environmentNamed('development');
    await t.db.item.deleteMany({ where: { environmentId: id } });
    await t.db.environment.update({ where: { id }, data: { epoch: 'emptied' } });
    await store.refresh();
    expect(store.get(id)).toMatchObject({ rows: 0 });
    expect(store.get(id)?.ruleset.flags.size).toBe(0);
  });

  it('leaves with its environment', async () => {
    const { id } = await environmentNamed('development');
    const gone: string[] = [];
    const end = store.subscribe((environmentId) => void gone.push(environmentId));
    await t.db.environment.delete({ where: { id } });
    await store.refresh();
    end();
    expect(store.get(id)).toBeUndefined();
    expect(gone).toEqual([id]);
  });
});

describe('an item that cannot be read', () => {
  it('makes an error of the flag that needs it, and of no other', async () => {
    for (const key of ['whole', 'broken-config', 'broken-flag', 'broken-segment']) {
      await createFlag(t.as('admin'), { key, name: key, type: 'boolean' });
      await enableFlag(t.as('admin'), { flag: key, environment: 'staging' });
    }
    const { id } = await environmentNamed('staging');
    const spoil = (kind: string, key: string) =>
      t.db.item.updateMany({
        where: { environmentId: id, kind, key, toNumber: null },
        data: { body: { v: 1, odd: true } },
      });
    await spoil('config', 'broken-config');
    await spoil('flag', 'broken-flag');
    await t.db.environment.update({ where: { id }, data: { epoch: 'spoilt' } });
    await store.refresh();
    const ruleset = store.get(id)?.ruleset;
    if (!ruleset) throw new Error('nothing is held');
    const answer = (key: string) => evaluate(ruleset, key, { targetingKey: 'u1' }, 0);
    expect(answer('whole')).toMatchObject({ value: true });
    expect(answer('broken-config')).toMatchObject({ errorCode: 'GENERAL' });
    expect(answer('broken-flag')).toMatchObject({ errorCode: 'GENERAL' });
    expect(warnings).toContainEqual(expect.objectContaining({ environment: id, items: 2 }));
  });
});
