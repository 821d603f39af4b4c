import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { changeConfiguration } from './change';
import { getConfiguration } from './get';
import { getRevision } from './get-revision';
import { listRevisions } from './list-revisions';
import { revertConfiguration } from './revert';
import { undoChange } from './undo';

let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'development' };
const editor = () => services.as('editor');
const get = () => getConfiguration(services.as('viewer'), place);
async function change(...instructions: object[]): Promise<number> {
  const { version } = await get();
  await changeConfiguration(editor(), { ...place, version, instructions, comment: `makes ${version + 1}` });
  return version + 1;
}

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  place = { flag: `flag-${count}`, environment: 'development' };
  await createFlag(services.as('admin'), { key: place.flag, type: 'boolean' });
});
afterAll(() => services.close());

it('lists changes newest first, in sentences, down to the creation, by pages', async () => {
  await change({ kind: 'turnOn' });
  await change({ kind: 'setOffVariant', variant: null }, { kind: 'addTargets', variant: 'on', subjects: ['u1'] });
  const first = await listRevisions(services.as('viewer'), { ...place, limit: 2 });
  expect(first.total).toBe(3);
  expect(first.items.map(({ version, comment, messages }) => [version, comment, messages.map(({ id }) => id)])).toEqual(
    [
      [3, 'makes 3', ['instruction.setOffVariant', 'instruction.addTargets']],
      [2, 'makes 2', ['instruction.turnOn']],
    ],
  );
  expect(first.items[0]).toMatchObject({
    baseVersion: 2,
    via: 'api',
    actor: { id: 'user-editor' },
    at: services.now().toISOString(),
  });
  const last = await listRevisions(services.as('viewer'), { ...place, limit: 2, cursor: first.nextCursor });
  expect(last.items.map(({ version, instructions }) => [version, instructions])).toEqual([[1, []]]);
  expect(last.nextCursor).toBeNull();
});

it.each(['x', '!', 'WyJhIl0', 'WzEsMl0', 'Wy0xXQ'])('refuses the cursor %s', async (cursor) => {
  const refused = await refusal(listRevisions(services.as('viewer'), { ...place, cursor }));
  expect([refused.kind, refused.code]).toEqual(['invalid', 'invalid_cursor']);
});

it('answers each version as it was', async () => {
  const created = await get();
  await change({ kind: 'turnOn' });
  const on = await get();
  await change({ kind: 'kill' });
  const version = (number: number) => getRevision(services.as('viewer'), { ...place, version: number });
  expect([await version(1), await version(2), await version(3)]).toEqual([created, on, await get()]);
  expect((await refusal(version(4))).kind).toBe('not_found');
});

it('reverts to a version by an ordinary change, which can be reverted too', async () => {
  const { version: _, ...created } = await get();
  await change({ kind: 'turnOn' }, { kind: 'addTargets', variant: 'off', subjects: ['u1', 'u2'] });
  await change({ kind: 'addRule', rule: { id: 'r', conditions: [{ attribute: 'a', operator: 'exists' }] } });
  const { version: __, ...latest } = await get();
  expect(await revertConfiguration(editor(), { ...place, to: 1, comment: 'back' })).toEqual({ ...created, version: 4 });
  expect(await revertConfiguration(editor(), { ...place, to: 3 })).toEqual({ ...latest, version: 5 });
  expect((await revertConfiguration(editor(), { ...place, to: 5 })).version).toBe(5);
  const refused = await refusal(revertConfiguration(editor(), { ...place, to: 6 }));
  expect([refused.kind, refused.code]).toEqual(['refused', 'version_absent']);
});

it('undoes one change and keeps what others did since', async () => {
  const rule = { id: 'r', conditions: [{ attribute: 'a', operator: 'exists' }] };
  const added = await change({ kind: 'addRule', rule });
  await change({ kind: 'turnOn' });
  const undone = await undoChange(editor(), { ...place, version: added });
  expect(undone).toMatchObject({ version: 4, state: 'on', rules: [] });
  expect(await undoChange(editor(), { ...place, version: 4 })).toMatchObject({ version: 5, rules: [{ id: 'r' }] });
});

it('does not undo what was changed again, or what never was', async () => {
  const on = await change({ kind: 'turnOn' });
  await change({ kind: 'turnOff' });
  const refused = await refusal(undoChange(editor(), { ...place, version: on }));
  expect([refused.kind, refused.code, refused.current]).toEqual(['conflict', 'version_conflict', await get()]);
  expect((await refusal(undoChange(editor(), { ...place, version: 1 }))).code).toBe('nothing_to_undo');
  expect((await refusal(undoChange(editor(), { ...place, version: 9 }))).code).toBe('version_absent');
});

it('is for who may', async () => {
  for (const [role, kind] of [
    ['viewer', 'forbidden'],
    ['stranger', 'not_found'],
  ] as const) {
    expect((await refusal(revertConfiguration(services.as(role), { ...place, to: 1 }))).kind).toBe(kind);
    expect((await refusal(undoChange(services.as(role), { ...place, version: 1 }))).kind).toBe(kind);
  }
  expect((await refusal(listRevisions(services.as('stranger'), place))).kind).toBe('not_found');
  const production = { ...place, environment: 'production' };
  expect((await refusal(revertConfiguration(services.as('developer'), { ...production, to: 1 }))).kind).toBe(
    'forbidden',
  );
});
