import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { disableFlag, enableFlag } from '../configurations/set-state';
import type { ServiceContext } from '../context';
import { createFlag } from '../flags/create';
import { createProject } from '../projects/create';
import { createTestServices, type TestServices } from '../testing';
import { verifyAudit } from './verify';
import type { ChainVerdict } from './verify-chain';

let services: TestServices;
let ctx: ServiceContext;
let count = 0;
const place = { flag: 'a', environment: 'development' };

beforeAll(async () => {
  services = await createTestServices();
});
/** A project and so a chain of its own for each test: seven entries, of it, its environments and a flag's switches. */
beforeEach(async () => {
  count += 1;
  ctx = services.inProject(await createProject(services.installation(), { key: `chain-${count}` }), 'admin');
  await createFlag(ctx, { key: 'a', type: 'boolean' });
  await enableFlag(ctx, place);
  await disableFlag(ctx, place);
});
afterAll(() => services.close());

const verify = (): Promise<ChainVerdict> => verifyAudit(ctx, {});
const chain = () => ctx.scope.projectId;
const entry = (seq: number) => ({ where: { chain_seq: { chain: chain(), seq } } });
const problems = async () => (await verify()).problems.map(({ seq, problem }) => `${seq} ${problem}`);

it('is whole while nobody touches it', async () => {
  expect(await verify()).toEqual({ ok: true, entries: 7, erased: 0, problems: [] });
});

it.each([
  ['action', { action: 'config.kill' }],
  ['actorName', { actorName: 'Somebody else' }],
  ['at', { at: new Date('2020-01-01T00:00:00Z') }],
  ['flag', { flag: 'b' }],
  ['detail', { detail: '{"after":null,"before":null}' }],
  ['salt', { salt: 'another' }],
  ['hash', { hash: 'test:00' }],
])('finds an edited %s', async (_, data) => {
  await services.db.auditEntry.update({ ...entry(6), data });
  expect((await verify()).ok).toBe(false);
  expect((await problems())[0]).toBe('6 edited');
});

it('finds an edited body whose columns were edited with it', async () => {
  const stored = await services.db.auditEntry.findUniqueOrThrow(entry(6));
  const body = stored.body.replace('config.enable', 'config.kill');
  await services.db.auditEntry.update({ ...entry(6), data: { body, action: 'config.kill' } });
  expect(await problems()).toEqual(['6 edited']);
});

it('finds a removed entry, also the first', async () => {
  await services.db.auditEntry.delete(entry(5));
  expect(await problems()).toEqual(['5 removed']);
  await services.db.auditEntry.delete(entry(1));
  expect(await problems()).toEqual(['1 removed', '5 removed']);
});

it('finds entries that changed places', async () => {
  await services.db.auditEntry.update({ ...entry(5), data: { seq: 100 } });
  await services.db.auditEntry.update({ ...entry(6), data: { seq: 5 } });
  await services.db.auditEntry.update({ ...entry(100), data: { seq: 6 } });
  expect(await problems()).toEqual(['5 reordered', '6 reordered']);
});

it('finds a chain cut off at its end, whatever the head says', async () => {
  const last = await services.db.auditEntry.findUniqueOrThrow(entry(6));
  await services.db.auditEntry.delete(entry(7));
  expect(await problems()).toEqual(['7 truncated']);
  await services.db.auditHead.update({ where: { chain: chain() }, data: { seq: 6, hash: last.hash } });
  expect(await problems()).toEqual(['6 head']);
  await services.db.auditHead.delete({ where: { chain: chain() } });
  expect(await problems()).toEqual(['0 head']);
  await services.db.auditEntry.deleteMany({ where: { chain: chain() } });
  expect(await problems()).toEqual(['0 head']);
});

it('tells what was erased on purpose from what was tampered with', async () => {
  await services.db.auditEntry.update({ ...entry(6), data: { detail: null, salt: null } });
  expect(await verify()).toEqual({ ok: true, entries: 7, erased: 1, problems: [] });
});

it('goes on from where it was tampered with, so that one edit does not hide behind another', async () => {
  await services.db.auditEntry.update({ ...entry(3), data: { action: 'x' } });
  await services.db.auditEntry.update({ ...entry(6), data: { action: 'x' } });
  await enableFlag(ctx, place);
  expect(await problems()).toEqual(['3 edited', '6 edited']);
});
