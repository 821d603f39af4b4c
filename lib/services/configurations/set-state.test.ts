import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestRole, type TestServices } from '../testing';
import { transaction } from '../transaction';
import { disableFlag, enableFlag, followDefault, killFlag, reviveFlag } from './set-state';

let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'development' };
const as = (role: TestRole = 'admin') => services.as(role);
const audited = (action: string) => services.db.auditEntry.count({ where: { flag: place.flag, action } });

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  place = { flag: `flag-${count}`, environment: 'development' };
  await createFlag(as(), { key: place.flag, type: 'boolean' });
});
afterAll(() => services.close());

it('switches on and off, idempotently', async () => {
  const on = await enableFlag(as('developer'), place);
  expect(on).toMatchObject({ state: 'on', version: 2 });
  expect(await enableFlag(as('developer'), place)).toEqual(on);
  expect(await audited('config.enable')).toBe(1);
  expect(await disableFlag(as('developer'), place)).toMatchObject({ state: 'off', version: 3 });
});

it('kills and revives, and is not enabled while killed', async () => {
  await enableFlag(as(), place);
  const killed = await killFlag(as('developer'), place);
  expect(killed).toMatchObject({ killed: true, state: 'on' });
  expect(await killFlag(as('developer'), place)).toEqual(killed);
  const refused = await refusal(enableFlag(as(), place));
  expect([refused.kind, refused.code]).toEqual(['refused', 'flag_killed']);
  expect(await disableFlag(as(), place)).toMatchObject({ killed: true, state: 'off' });
  expect(await reviveFlag(as(), place)).toMatchObject({ killed: false, state: 'off' });
});

it('follows a code default only where one was declared, and once', async () => {
  const undeclared = await refusal(followDefault(as(), place));
  expect([undeclared.kind, undeclared.code]).toEqual(['conflict', 'no_code_default']);
  await transaction(as(), { environments: [place.environment] }, async (tx) => {
    tx.items.put(tx.environment(place.environment).id, 'codeDefault', place.flag, { v: 1, variant: 'on' });
  });
  expect(await followDefault(as(), place)).toMatchObject({ state: 'default', version: 2 });
  const refused = await refusal(followDefault(as(), place));
  expect([refused.kind, refused.code]).toEqual(['conflict', 'already_following_default']);
  expect((await refusal(followDefault(as(), { ...place, environment: 'staging' }))).code).toBe('no_code_default');
});

it('wants a comment where the environment does, but never for a kill', async () => {
  const { id } = await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } });
  await services.db.environment.update({ where: { id }, data: { requireComment: true } });
  const staging = { ...place, environment: 'staging' };
  expect((await refusal(enableFlag(as(), staging))).code).toBe('comment_required');
  await enableFlag(as(), { ...staging, comment: 'launch' });
  expect((await killFlag(as(), staging)).killed).toBe(true);
  expect((await refusal(reviveFlag(as(), staging))).code).toBe('comment_required');
});

it.each([enableFlag, disableFlag, followDefault, killFlag, reviveFlag])('%o is for who may', async (verb) => {
  expect((await refusal(verb(as('viewer'), place))).kind).toBe('forbidden');
  expect((await refusal(verb(as('stranger'), place))).kind).toBe('not_found');
  expect((await refusal(verb(as('developer'), { ...place, environment: 'production' }))).kind).toBe('forbidden');
  expect((await refusal(verb(as(), { ...place, flag: 'absent' }))).kind).toBe('not_found');
});
