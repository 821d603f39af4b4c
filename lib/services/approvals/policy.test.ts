import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putAttribute } from '../attributes/put';
import { removeAttribute } from '../attributes/remove';
import { addRule } from '../configurations/add-rule';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { removeRule } from '../configurations/remove-rule';
import { replaceConfiguration } from '../configurations/replace';
import { replaceRule } from '../configurations/replace-rule';
import { revertConfiguration } from '../configurations/revert';
import { disableFlag, enableFlag, followDefault, killFlag, reviveFlag } from '../configurations/set-state';
import { undoChange } from '../configurations/undo';
import type { ServiceContext } from '../context';
import { asServiceError } from '../errors';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { removeFlag } from '../flags/remove';
import { restoreFlag } from '../flags/restore';
import { updateFlag } from '../flags/update';
import { addMemberships } from '../memberships/add-many';
import { createMembership } from '../memberships/create';
import { removeMembership } from '../memberships/remove';
import { updateMembership } from '../memberships/update';
import { updateOnboarding } from '../onboarding/update';
import { clearOverride } from '../overrides/clear';
import { setManyOverrides } from '../overrides/set-many';
import { setOverride } from '../overrides/set';
import { declareFlags } from '../registry/declare';
import { addSegmentMembers } from '../segments/add-members';
import { createSegment } from '../segments/create';
import { removeSegmentMembers } from '../segments/remove-members';
import { removeSegment } from '../segments/remove';
import { updateSegmentContent } from '../segments/update-content';
import { createTenant } from '../tenants/create';
import { removeTenant } from '../tenants/remove';
import { setTenantRoles } from '../tenants/set-roles';
import { updateTenant } from '../tenants/update';
import { createTestServices, refusal, type TestServices } from '../testing';
import { carryOut } from './carry-out';
import { approveRequest } from './decide';
import type { ChangeRequestView } from './types';
import { KEPT_VERBS } from './verbs';

let services: TestServices;
let [author, other]: ServiceContext[] = [];
let count = 0;

const environment = 'production';
const want = (requiredApprovals: number) =>
  services.db.environment.updateMany({ where: { key: environment }, data: { requiredApprovals } });

beforeAll(async () => {
  services = await createTestServices();
  author = await services.person('ana', 'admin');
  other = await services.person('ben', 'editor');
  await updateOnboarding(author, { version: 0, stages: [{ key: 'new' }], roles: ['member'] });
});
afterAll(() => services.close());

const me = (): ServiceContext => {
  if (!author) throw new Error('nobody');
  return author;
};
const inTenant = async (key: string) => {
  const row = await services.db.tenant.findFirstOrThrow({ where: { key } });
  return { ...services.inTenant(row, 'admin'), actor: me().actor };
};
/** On in production, where a rule names the tenant's plan. */
async function flag(key: string): Promise<{ flag: string; environment: string }> {
  await createFlag(me(), { key, type: 'boolean' });
  const place = { flag: key, environment };
  await enableFlag(me(), place);
  return place;
}
const RULE = { name: 'Pro', operator: 'AND', conditions: [{ attribute: 'plan', operator: 'exists' }] };
const WINDOW = { startsAt: '2026-04-01T00:00:00Z', endsAt: '2026-05-01T00:00:00Z' };

/** Makes what is needed, and answers the write that is to wait. */
type Case = (key: string) => Promise<() => Promise<unknown>>;

const withFlag =
  (act: (place: { flag: string; environment: string }) => Promise<unknown>): Case =>
  async (key) => {
    const place = await flag(key);
    return () => act(place);
  };
const withRule =
  (act: (place: { flag: string; environment: string; id: string }) => Promise<unknown>): Case =>
  async (key) => {
    const place = await flag(key);
    const { id } = await addRule(me(), { ...place, ...RULE });
    return () => act({ ...place, id });
  };
const withSegment =
  (act: (key: string) => Promise<unknown>): Case =>
  async (key) => {
    await createSegment(me(), { key });
    await addSegmentMembers(me(), { key, environment, subjects: ['u1', 'u2'] });
    return () => act(key);
  };
const withTenant =
  (act: (key: string) => Promise<unknown>): Case =>
  async (key) => {
    await flag(key);
    await createTenant(me(), { key, attributes: { plan: 'free' } });
    await setOverride(await inTenant(key), { flag: key, environment, enabled: false });
    return () => act(key);
  };
const withMembership =
  (act: (place: { flag: string; environment: string; id: string }) => Promise<unknown>): Case =>
  async (key) => {
    const place = await flag(key);
    const { id } = await createMembership(me(), { ...place, subject: 'u1', ...WINDOW });
    return () => act({ ...place, id });
  };
const withReader =
  (act: (key: string) => Promise<unknown>): Case =>
  async (key) => {
    const place = await flag(key);
    const conditions = [{ attribute: key, operator: 'exists' }];
    await addRule(me(), { ...place, ...RULE, conditions });
    return () => act(key);
  };

const CASES: Readonly<Record<string, Case>> = {
  'configurations.change': withFlag((place) =>
    changeConfiguration(me(), {
      ...place,
      version: 2,
      instructions: [{ kind: 'setDefault', default: { variant: 'off' } }],
    }),
  ),
  'configurations.replace': async (key) => {
    const place = await flag(key);
    const { state: _, ...stored } = await getConfiguration(me(), place);
    return () => replaceConfiguration(me(), { ...stored, state: 'off' });
  },
  'configurations.revert': withFlag((place) => revertConfiguration(me(), { ...place, to: 1 })),
  'configurations.undo': withFlag((place) => undoChange(me(), { ...place, version: 2 })),
  'configurations.addRule': withFlag((place) => addRule(me(), { ...place, ...RULE })),
  'configurations.replaceRule': withRule((place) =>
    replaceRule(me(), { ...place, version: 3, ...RULE, name: 'Premium' }),
  ),
  'configurations.removeRule': withRule((place) => removeRule(me(), { ...place, version: 3 })),
  'configurations.enable': async (key) => {
    const place = await flag(key);
    await disableFlag(me(), place);
    return () => enableFlag(me(), place);
  },
  'configurations.disable': withFlag((place) => disableFlag(me(), place)),
  'configurations.followDefault': async (key) => {
    const flags = [{ key, type: 'boolean', default: true }];
    await declareFlags(me(), { environment, source: key, version: '1', flags });
    await enableFlag(me(), { flag: key, environment });
    return () => followDefault(me(), { flag: key, environment });
  },
  'configurations.revive': async (key) => {
    const place = await flag(key);
    await killFlag(me(), place);
    return () => reviveFlag(me(), place);
  },
  'flags.update': withFlag(({ flag: key }) => updateFlag(me(), { key, version: 1, clientVisible: true })),
  'flags.archive': withFlag(({ flag: key }) => archiveFlag(me(), { key })),
  'flags.restore': async (key) => {
    await flag(key);
    await archiveFlag(me(), { key });
    return () => restoreFlag(me(), { key });
  },
  'flags.remove': async (key) => {
    await flag(key);
    const { version } = await archiveFlag(me(), { key });
    return () => removeFlag(me(), { key, version });
  },
  'segments.updateContent': withSegment((key) =>
    updateSegmentContent(me(), { key, environment, version: 1, operator: 'AND', conditions: RULE.conditions }),
  ),
  'segments.remove': withSegment((key) => removeSegment(me(), { key, version: 1 })),
  'segments.addMembers': withSegment((key) => addSegmentMembers(me(), { key, environment, subjects: ['u2', 'u3'] })),
  'segments.removeMembers': withSegment((key) => removeSegmentMembers(me(), { key, environment, subjects: ['u1'] })),
  'overrides.set': withTenant(async (key) =>
    setOverride(await inTenant(key), { flag: key, environment, enabled: true }),
  ),
  'overrides.clear': withTenant(async (key) => clearOverride(await inTenant(key), { flag: key, environment })),
  'overrides.setMany': withTenant((key) =>
    setManyOverrides(me(), {
      flag: key,
      environment,
      tenants: [key],
      enabled: true,
      expiresAt: '2027-01-01T00:00:00Z',
    }),
  ),
  'registry.declare': async (key) => () =>
    declareFlags(me(), { environment, source: key, version: '1', flags: [{ key, type: 'boolean', default: true }] }),
  'memberships.create': withFlag((place) => createMembership(me(), { ...place, subject: 'u1', ...WINDOW })),
  'memberships.addMany': withFlag((place) =>
    addMemberships(me(), { environment, rows: [{ flag: place.flag, subject: 'u1', ...WINDOW }] }),
  ),
  'memberships.update': withMembership((place) => updateMembership(me(), { ...place, version: 1, note: 'Longer' })),
  'memberships.remove': withMembership((place) => removeMembership(me(), { ...place, version: 1 })),
  'tenants.create': async (key) => () => createTenant(me(), { key, attributes: { plan: 'pro' } }),
  'tenants.update': withTenant((key) => updateTenant(me(), { tenant: key, version: 1, attributes: { plan: 'pro' } })),
  'tenants.remove': withTenant((key) => removeTenant(me(), { tenant: key, version: 1 })),
  'tenants.setRoles': withTenant(async (key) =>
    setTenantRoles(await inTenant(key), { version: 1, roles: [{ key: 'boss', ranksWith: 'member' }] }),
  ),
  'attributes.put': withReader((key) => putAttribute(me(), { name: key, type: 'string', trusted: true })),
  'attributes.remove': async (key) => {
    await putAttribute(me(), { name: key, type: 'string' });
    const act = await withReader((name) => removeAttribute(me(), { name }))(key);
    return act;
  },
};

/** Kept verbs that let the clock do something later, and write nothing themselves: their own tests hold them. */
const LATER = /^(schedules|plans)\./;
/** One row of its own, of a project: it is read by an attribute, and held below. */
const PROJECTS = ['onboarding.update'];

async function snapshot(key: string): Promise<string[]> {
  const rows = await services.db.item.findMany({
    where: { toNumber: null },
    include: { environment: { select: { key: true } } },
    orderBy: [{ environmentId: 'asc' }, { kind: 'asc' }, { key: 'asc' }],
  });
  return rows
    .map((row) => JSON.stringify([row.environment.key, row.kind, row.key, row.body]))
    .filter((text) => text.includes(key))
    .map((text) => text.replaceAll(key, 'KEY').replaceAll(/id-\d{8}|"salt":"[^"]*"/g, 'id'))
    .sort();
}

async function heldBy(work: Promise<unknown>): Promise<ChangeRequestView> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => asServiceError(error),
  );
  if (thrown?.kind !== 'accepted') throw thrown ?? new Error('it did not wait');
  return thrown.accepted?.changeRequest as ChangeRequestView;
}

describe('every write that changes answers', () => {
  it('is known here', () => {
    const names = KEPT_VERBS.map(({ verbName }) => verbName).filter((name) => !LATER.test(name));
    expect([...Object.keys(CASES), ...PROJECTS].sort()).toEqual(names.sort());
  });

  it.each(Object.entries(CASES))('%s waits, and once approved does what it would have done', async (_, make) => {
    count += 1;
    const [free, bound] = [`free${count}x`, `bound${count}x`];
    await want(0);
    await (await make(free))();
    const act = await make(bound);
    const untouched = await snapshot(bound);
    await want(1);
    const { id } = await heldBy(act());
    expect(await snapshot(bound)).toEqual(untouched);
    expect((await refusal(carryOut(me(), id))).code).toBe('approvals_missing');
    if (!other) throw new Error('nobody');
    await approveRequest(other, { id });
    expect(await carryOut(me(), id)).toMatchObject({ status: 'applied' });
    expect(await snapshot(bound)).toEqual(await snapshot(free));
  });

  it('subject roles and stages of a project, where something reads them', async () => {
    await want(0);
    const place = await flag('reads-stage');
    await addRule(me(), { ...place, ...RULE, conditions: [{ attribute: 'stage', operator: 'exists' }] });
    await want(1);
    const stages = [{ key: 'new' }, { key: 'settled' }];
    expect((await heldBy(updateOnboarding(me(), { version: 1, stages, roles: ['member'] }))).environments).toContain(
      environment,
    );
  });
});

describe('an emergency', () => {
  it('waits for nobody, and is no way around permissions', async () => {
    await want(1);
    const key = 'killed';
    await createFlag(me(), { key, type: 'boolean' });
    const developer = services.as('developer');
    // Asking for what cannot wait would do it.
    expect((await refusal(killFlag(developer, { flag: key, environment, request: true }))).kind).toBe('forbidden');
    expect((await getConfiguration(me(), { flag: key, environment })).killed).toBe(false);
    const kill = { flag: key, environment, version: 1, instructions: [{ kind: 'kill' }] };
    expect((await refusal(changeConfiguration(developer, { ...kill, request: true }))).kind).toBe('forbidden');
    expect(await killFlag(services.as('editor'), { flag: key, environment })).toMatchObject({ killed: true });
  });
});

/** Writes that reach items of an environment or none, and why they never wait. */
const NEVER_WAIT: Readonly<Record<string, string>> = {
  'configurations.kill': 'an emergency stop',
  'flags.create': 'a new flag is off everywhere',
  'segments.create': 'a new segment is empty and nothing uses it',
  'environments.create': 'nobody asks a new environment yet',
  'environments.update': 'settings: whoever may change them decides how many approvals there are',
  'environments.remove': 'settings: no ruleset is left to change',
  'environments.renewSecret': 'a leaked secret is renewed at once',
  'keys.create': 'access, not answers',
  'keys.revoke': 'a leaked key is revoked at once',
  'subjects.create': 'about one subject: no item',
  'subjects.update': 'about one subject: no item',
  'subjects.identify': 'what applications say: no item',
  'subjects.erase': 'whoever wants to be forgotten waits for nobody',
};
/** Nouns whose writes store no item: nothing that evaluation reads. */
const NO_ITEMS =
  /^(changeRequests|calendar|clock|events|memberships\.sync|onboarding\.move|progress|projects|plans|roles|schedules|signals|tenants\.(inviteAdmin|removeAdmin)|users|webhooks|account|jobs|savedViews)/;

it('is complete: every write there is waits, or has a reason not to', async () => {
  const root = join(process.cwd(), 'lib/services');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.') && !file.startsWith('testing'),
  );
  const names = new Set<string>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(root, file));
    for (const value of Object.values(exported)) {
      if (typeof value !== 'function' || Reflect.get(value, 'kind') !== 'write') continue;
      names.add(String(Reflect.get(value, 'verbName')));
    }
  }
  const kept = new Set(KEPT_VERBS.map(({ verbName }) => verbName));
  const unknown = [...names].filter((name) => !kept.has(name) && !(name in NEVER_WAIT) && !NO_ITEMS.test(name));
  expect(unknown).toEqual([]);
  expect(Object.keys(NEVER_WAIT).filter((name) => !names.has(name) || kept.has(name))).toEqual([]);
});
