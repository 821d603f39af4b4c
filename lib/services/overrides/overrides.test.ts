import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { killFlag } from '../configurations/set-state';
import { createEnvironment } from '../environments/create';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { removeFlag } from '../flags/remove';
import { declareFlags } from '../registry/declare';
import { createTenant } from '../tenants/create';
import { removeTenant } from '../tenants/remove';
import type { TenantView } from '../tenants/types';
import { createTestServices, refusal, TEST_NOW, type TestServices } from '../testing';
import { clearOverride } from './clear';
import { getTenantFlag } from './get-tenant-flag';
import { listTenantFlags } from './list-tenant-flags';
import { setOverride } from './set';

let services: TestServices;
let acme: TenantView;
let count = 0;
let flag = '';
const environment = 'development';
const STRINGS = [
  { key: 'red', value: 'r' },
  { key: 'blue', value: 'b' },
];
const editor = () => services.inTenant(acme, 'editor');
const set = (value: object, place: object = {}) => setOverride(editor(), { flag, environment, ...place, ...value });
const clear = (place: object = {}) => clearOverride(editor(), { flag, environment, ...place });
const get = () => getTenantFlag(services.inTenant(acme, 'viewer'), { flag, environment });
const rows = () => services.db.item.findMany({ where: { kind: 'override', key: { startsWith: `${flag}/` } } });
const number = async () => (await services.db.environment.findFirstOrThrow({ where: { key: environment } })).number;
const makeFlag = async (more: object = {}): Promise<string> => {
  const key = `f${(count += 1)}`;
  await createFlag(services.as('editor'), { key, type: 'boolean', ...more });
  return key;
};
const setOff = async (variant: string | null) => {
  const { version } = await getConfiguration(services.as('editor'), { flag, environment });
  const instructions = [{ kind: 'setOffVariant', variant }];
  await changeConfiguration(services.as('editor'), { flag, environment, version, instructions });
};

beforeAll(async () => {
  services = await createTestServices();
  acme = await createTenant(services.as('editor'), { key: 'acme' });
});
beforeEach(async () => {
  services.setNow(TEST_NOW);
  flag = await makeFlag();
});
afterAll(() => services.close());

describe('setting one', () => {
  it('stores a variant, answers what the tenant now gets, and says so in the audit', async () => {
    const view = await set({ enabled: true, expiresAt: '2026-04-01T00:00:00+02:00', note: 'Pilot' });
    expect(view).toEqual({
      key: flag,
      name: flag,
      description: '',
      type: 'boolean',
      codeDefault: null,
      enabled: true,
      variant: 'on',
      overridden: true,
      systemEnabled: false,
      from: 'tenant',
      expiresAt: '2026-03-31T22:00:00.000Z',
      note: 'Pilot',
      setAt: TEST_NOW,
      killed: false,
      tenantManaged: false,
      variants: [
        { key: 'on', name: null },
        { key: 'off', name: null },
      ],
    });
    expect(await get()).toEqual(view);
    expect((await rows()).map(({ key, body }) => [key, body])).toEqual([
      [`${flag}/acme`, { v: 1, variant: 'on', expiresAt: '2026-03-31T22:00:00.000Z', note: 'Pilot' }],
    ]);
    const entry = await services.db.auditEntry.findFirstOrThrow({ where: { flag, action: 'override.set' } });
    expect(entry).toMatchObject({ tenant: 'acme', environment });
    expect(JSON.parse(entry.detail ?? '')).toEqual({
      before: null,
      after: { variant: 'on', enabled: true, expiresAt: '2026-03-31T22:00:00.000Z', note: 'Pilot' },
    });
  });

  it('is idempotent: twice is one row, and no second change', async () => {
    await set({ enabled: true });
    const before = await number();
    expect(await set({ variant: 'on' })).toMatchObject({ overridden: true });
    expect(await number()).toBe(before);
    expect(await rows()).toHaveLength(1);
    await set({ enabled: false });
    expect(await number()).toBe(before + 1);
    expect((await rows()).filter(({ toNumber }) => toNumber === null)).toHaveLength(1);
  });

  it('takes the short form of flags that are not boolean for their off variant', async () => {
    flag = await makeFlag({ type: 'string', variants: STRINGS });
    expect(await refusal(set({ enabled: false }))).toMatchObject({
      kind: 'refused',
      code: 'off_variant_needed',
      at: ['variant:off_variant_needed'],
    });
    await setOff('red');
    expect(await set({ enabled: false })).toMatchObject({ variant: 'red', enabled: false, from: 'tenant' });
    expect(await set({ variant: 'blue' })).toMatchObject({ variant: 'blue', enabled: true });
    expect(await refusal(set({ enabled: true }))).toMatchObject({
      code: 'variant_needed',
      at: ['variant:variant_needed'],
    });
  });

  it('finds the variants of a boolean flag by their values', async () => {
    const variants = [
      { key: 'nay', value: false },
      { key: 'no', value: false },
      { key: 'yes', value: true },
    ];
    flag = await makeFlag({ variants });
    await setOff('no');
    expect(await set({ enabled: true })).toMatchObject({ variant: 'yes' });
    expect(await set({ enabled: false })).toMatchObject({ variant: 'no' });
    await setOff('yes');
    expect(await set({ enabled: false })).toMatchObject({ variant: 'nay' });
    expect(await set({ variant: 'no' })).toMatchObject({ enabled: false });
  });

  it('wants one value, of the right shape', async () => {
    for (const value of [
      {},
      { enabled: true, variant: 'on' },
      { enabled: 'true' },
      { variant: '' },
      { enabled: true, expiresAt: '2026-04-01' },
      { enabled: true, expiresAt: 5 },
      { enabled: true, more: 1 },
    ]) {
      expect([value, await refusal(set(value))]).toMatchObject([value, { kind: 'invalid' }]);
    }
    expect(await rows()).toEqual([]);
  });

  it('refuses a variant that there is not, and an end that has passed', async () => {
    expect(await refusal(set({ variant: 'blue' }))).toMatchObject({ kind: 'refused', at: ['variant:unknown_variant'] });
    for (const expiresAt of [TEST_NOW, '2020-01-01T00:00:00Z']) {
      expect(await refusal(set({ enabled: true, expiresAt }))).toMatchObject({
        kind: 'refused',
        code: 'expiry_past',
        at: ['expiresAt:expiry_past'],
      });
    }
    expect(await rows()).toEqual([]);
  });

  it('is nothing for an unknown flag, tenant or environment, and stores nothing', async () => {
    const gone = await createTenant(services.as('editor'), { key: `gone${count}` });
    await removeTenant(services.as('editor'), { tenant: gone.key, version: 1 });
    const asked = { flag, environment, enabled: true };
    expect(await refusal(set({ enabled: true }, { flag: 'none' }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(set({ enabled: true }, { flag: flag.toUpperCase() }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(set({ enabled: true }, { environment: 'none' }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(setOverride(services.inTenant(gone, 'editor'), asked))).toMatchObject({ kind: 'not_found' });
    expect(await rows()).toEqual([]);
  });

  it('is for editors, and of protected environments for few', async () => {
    const asked = { flag, environment, enabled: true };
    for (const [role, kind] of [
      ['viewer', 'forbidden'],
      ['stranger', 'not_found'],
    ] as const) {
      const ctx = services.inTenant(acme, role);
      expect(await refusal(setOverride(ctx, asked))).toMatchObject({ kind });
      expect(await refusal(clearOverride(ctx, { flag, environment }))).toMatchObject({ kind });
    }
    const developer = services.inTenant(acme, 'developer');
    const guarded = { ...asked, environment: 'production' };
    expect(await refusal(setOverride(developer, guarded))).toMatchObject({ kind: 'forbidden' });
    expect(await setOverride(developer, asked)).toMatchObject({ overridden: true });
    expect(await setOverride(editor(), guarded)).toMatchObject({ overridden: true });
  });

  it('takes the note for the comment that an environment wants', async () => {
    await createEnvironment(services.as('admin'), { key: 'careful', requireComment: true });
    const place = { environment: 'careful' };
    expect(await refusal(set({ enabled: true }, place))).toMatchObject({ code: 'comment_required' });
    expect(await set({ enabled: true, note: 'Asked for' }, place)).toMatchObject({ overridden: true });
    expect(await refusal(clear(place))).toMatchObject({ code: 'comment_required' });
    await clear({ ...place, comment: 'Over' });
  });
});

describe('clearing one', () => {
  it('goes back to what everybody gets, once', async () => {
    await set({ enabled: true });
    await clear();
    expect(await get()).toMatchObject({ overridden: false, from: 'system', enabled: false, setAt: null });
    expect(await refusal(clear())).toMatchObject({ kind: 'not_found' });
    const entry = await services.db.auditEntry.findFirstOrThrow({ where: { flag, action: 'override.clear' } });
    expect(JSON.parse(entry.detail ?? '')).toMatchObject({ before: { variant: 'on' }, after: null });
  });

  it('leaves other tenants and environments', async () => {
    const other = await createTenant(services.as('editor'), { key: `globex${count}` });
    await setOverride(services.inTenant(other, 'editor'), { flag, environment, enabled: true });
    await set({ enabled: true });
    await set({ enabled: true }, { environment: 'staging' });
    await clear();
    const open = (await rows()).filter(({ toNumber }) => toNumber === null);
    expect(open.map(({ key }) => key).sort()).toEqual([`${flag}/${acme.key}`, `${flag}/${other.key}`]);
  });
});

describe('an end', () => {
  it('is kept to by itself: from then on lists say not overridden, and it may still be cleared', async () => {
    await set({ enabled: true, expiresAt: '2026-03-02T10:00:00Z' });
    services.setNow('2026-03-02T09:59:59.999Z');
    expect(await get()).toMatchObject({ overridden: true, enabled: true });
    services.setNow('2026-03-02T10:00:00.000Z');
    expect(await get()).toMatchObject({ overridden: false, from: 'system', expiresAt: null, note: null, setAt: null });
    expect(await set({ enabled: true })).toMatchObject({ overridden: true, expiresAt: null });
    await clear();
  });
});

describe('flags that are not shown', () => {
  it('archived: neither listed nor set, but cleared', async () => {
    await set({ enabled: true });
    await archiveFlag(services.as('editor'), { key: flag });
    expect(await refusal(get())).toMatchObject({ kind: 'not_found' });
    expect(await refusal(set({ enabled: false }))).toMatchObject({ kind: 'not_found' });
    const { items } = await listTenantFlags(editor(), { environment, q: flag });
    expect(items.map(({ key }) => key)).not.toContain(flag);
    await clear();
    expect(await refusal(clear())).toMatchObject({ kind: 'not_found' });
  });

  it('declared no longer: hidden where no source declares it, with its overrides kept and clearable', async () => {
    const source = `app${count}`;
    flag = `declared${count}`;
    const declare = (keys: string[], environmentKey = environment) =>
      declareFlags(services.as('editor'), {
        environment: environmentKey,
        source,
        version: '1',
        flags: keys.map((key) => ({ key, type: 'boolean', default: true })),
      });
    await declare([flag]);
    expect(await get()).toMatchObject({ codeDefault: 'on', systemEnabled: null, from: 'default', enabled: true });
    await set({ enabled: false });
    await set({ enabled: false }, { environment: 'staging' });
    await declare([]);
    expect(await refusal(get())).toMatchObject({ kind: 'not_found' });
    expect(await refusal(set({ enabled: true }))).toMatchObject({ kind: 'not_found' });
    expect((await listTenantFlags(editor(), { environment, q: flag })).items).toEqual([]);
    expect((await listTenantFlags(editor(), { environment: 'staging', q: flag })).items).toHaveLength(1);
    await declare([flag]);
    expect(await get()).toMatchObject({ overridden: true, enabled: false });
    await declare([]);
    await clear();
    await declare([flag]);
    expect(await get()).toMatchObject({ overridden: false, enabled: true });
  });

  it('made here and declared as well: stays when no source declares it', async () => {
    const declare = (keys: string[]) =>
      declareFlags(services.as('editor'), {
        environment,
        source: `both${count}`,
        version: '1',
        flags: keys.map((key) => ({ key, type: 'boolean', default: true })),
      });
    await declare([flag]);
    await declare([]);
    expect(await get()).toMatchObject({ key: flag });
  });

  it('deleted: its overrides go with it', async () => {
    await set({ enabled: true });
    await archiveFlag(services.as('editor'), { key: flag });
    const { version } = await services.db.flag.findFirstOrThrow({ where: { key: flag } });
    await removeFlag(services.as('admin'), { key: flag, version });
    expect((await rows()).filter(({ toNumber }) => toNumber === null)).toEqual([]);
  });
});

it('serves no override while the flag is killed', async () => {
  await set({ enabled: true });
  await killFlag(services.as('editor'), { flag, environment });
  expect(await get()).toMatchObject({ killed: true, overridden: true, enabled: false, variant: 'off', from: 'system' });
});
