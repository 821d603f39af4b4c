import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '@/lib/engine/evaluate';
import { createRuleset } from '@/lib/engine/ruleset';
import type { Configuration, FlagDefinition, Item } from '@/lib/engine/types';
import type { Loaded } from './load';
import { rulesetItems } from './ruleset-items';
import { createSnapshots } from './snapshots';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'flagstaff-kept-')), 'rulesets');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const definition: FlagDefinition = {
  v: 1,
  id: 'id',
  type: 'boolean',
  salt: 'salt',
  algorithm: 'murmur3-v1',
  metadata: { team: 'web' },
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
  clientVisible: true,
  tenantManaged: true,
  archived: false,
};
const configuration: Configuration = {
  v: 1,
  version: 3,
  state: 'on',
  killed: false,
  offVariant: 'off',
  targets: [],
  prerequisites: [],
  rules: [],
  default: { variant: 'off' },
};
const membership = { v: 1, subject: 'u1', startsAt: '2026-01-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' } as const;
/** One of every kind there is. */
const ITEMS: Item[] = [
  { kind: 'flag', key: 'a', body: definition },
  { kind: 'config', key: 'a', body: configuration },
  { kind: 'codeDefault', key: 'a', body: { v: 1, variant: 'off' } },
  { kind: 'override', key: 'a/acme', body: { v: 1, variant: 'on' } },
  { kind: 'membership', key: 'a/m1', body: membership },
  { kind: 'segment', key: 's', body: { v: 1, version: 1, operator: 'AND', conditions: [] } },
  { kind: 'member', key: 's/u/1', body: { v: 1 } },
  { kind: 'attribute', key: 'age', body: { v: 1, type: 'number', trusted: false, personal: false } },
  { kind: 'apiKey', key: 'k', body: { v: 1, kind: 'client', hash: 'aa', edge: false, origins: ['https://a.example'] } },
  { kind: 'environment', key: 'production', body: { v: 1, publicRead: true } },
  { kind: 'tenant', key: 'acme', body: { v: 1, attributes: { plan: 'pro' } } },
  { kind: 'onboarding', key: 'default', body: { v: 1, stages: ['a'], roles: ['b'] } },
];
const loaded = (id: string, number: number, items: Item[] = ITEMS): Loaded => ({
  id,
  project: 'default',
  key: 'production',
  signingSecret: 'v1.k.encrypted',
  rows: items.length,
  ruleset: createRuleset({ project: 'default', environment: 'production', epoch: 'e', number, items }),
});
const sorted = (items: Iterable<Item>): Item[] =>
  [...items].sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
const numbers = (kept: Loaded[] | null) =>
  kept && Object.fromEntries(kept.map(({ id, ruleset }) => [id, ruleset.number]));
const restore = () => createSnapshots(folder).restore();
const file = (id: string): string => path.join(folder, `${id}.ndjson`);

describe('a ruleset on the disk', () => {
  it('is made of the items it was made of', () => {
    expect(sorted(rulesetItems(loaded('x', 1).ruleset))).toEqual(sorted(ITEMS));
  });

  it('comes back as it was', async () => {
    await createSnapshots(folder).save([loaded('one', 7), loaded('two', 9, [])]);
    const kept = await restore();
    expect(numbers(kept)).toEqual({ one: 7, two: 9 });
    const [one] = kept ?? [];
    if (!one) throw new Error('nothing was kept');
    expect(one).toMatchObject({
      id: 'one',
      project: 'default',
      key: 'production',
      rows: 12,
      signingSecret: 'v1.k.encrypted',
    });
    expect(one.ruleset).toMatchObject({ epoch: 'e', number: 7 });
    expect(sorted(rulesetItems(one.ruleset))).toEqual(sorted(ITEMS));
    expect(evaluate(one.ruleset, 'a', { tenant: 'acme' }, 0)).toMatchObject({ variant: 'on', cause: 'override' });
  });

  it('is for this account alone', async () => {
    await createSnapshots(folder).save([loaded('one', 1)]);
    const modes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is written again only when it changed', async () => {
    const snapshots = createSnapshots(folder);
    const [one, two] = [loaded('one', 1), loaded('two', 1)];
    await snapshots.save([one, two]);
    const before = [file('one'), file('two')].map((name) => statSync(name).ino);
    await snapshots.save([one, loaded('two', 2)]);
    const after = [file('one'), file('two')].map((name) => statSync(name).ino);
    expect([before[0] === after[0], before[1] === after[1]]).toEqual([true, false]);
  });

  it('that was cut, changed or lost gives way to the one before it', async () => {
    const snapshots = createSnapshots(folder);
    const harm: (() => void)[] = [
      () => truncateSync(file('one'), statSync(file('one')).size - 30),
      () => truncateSync(file('one'), 0),
      () => writeFileSync(file('one'), readFileSync(file('one'), 'utf8').replace('"on"', '"no"')),
      () => rmSync(file('one')),
    ];
    for (const [index, act] of harm.entries()) {
      const number = 10 * (index + 1);
      await snapshots.save([loaded('one', number)]);
      await snapshots.save([loaded('one', number + 1)]);
      expect(numbers(await restore())).toEqual({ one: number + 1 });
      act();
      expect(numbers(await restore())).toEqual({ one: number });
    }
  });

  it('is not served in part: without one environment there is none', async () => {
    await createSnapshots(folder).save([loaded('one', 1), loaded('two', 1)]);
    rmSync(file('two'));
    expect(await restore()).toBeNull();
  });

  it('that was never written is none, and an empty list is one', async () => {
    expect(await restore()).toBeNull();
    await createSnapshots(folder).save([]);
    expect(await restore()).toEqual([]);
  });
});
