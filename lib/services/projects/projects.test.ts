import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLE_TABLE } from '@/lib/permissions/table';
import { listEnvironments } from '../environments/list';
import { createFlag } from '../flags/create';
import { getFlag } from '../flags/get';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { verifyAudit } from '../audit/verify';
import { createProject } from './create';
import { ensureEnvironment, ensureInstallation } from './ensure-installation';
import { getProject } from './get';
import { listProjects } from './list';
import { removeProject } from './remove';
import { updateProject } from './update';

let services: TestServices;
const install = (role: 'admin' | 'editor' | 'viewer' | 'stranger' = 'admin') => services.installation(role);

/** An administrator of one project only. */
function ownerOf(projectId: string) {
  const grants = [{ ...ROLE_TABLE.admin, projectId, environmentId: null }];
  return services.installation('admin', { actor: { ...services.installation().actor, grants } });
}

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('makes the first project once, however many instances start', async () => {
  expect(await race(8, () => ensureInstallation(install()))).toEqual({ done: 8 });
  const { items } = await listProjects(install(), {});
  expect(items.map(({ key }) => key)).toEqual(['default']);
  const environments = (await listEnvironments(services.as('viewer'), {})).items;
  expect(environments.map((each) => [each.key, each.protected])).toEqual([
    ['development', false],
    ['staging', false],
    ['production', true],
  ]);
  expect(new Set(environments.map(({ epoch }) => epoch)).size).toBe(3);
});

it('makes projects with the same environments and a chain of their own', async () => {
  const shop = await createProject(install(), { key: 'shop', name: 'Shop' });
  expect(shop).toMatchObject({ key: 'shop', name: 'Shop', version: 1 });
  const inShop = services.inProject(shop, 'admin');
  expect((await listEnvironments(inShop, {})).items).toHaveLength(3);
  expect(await verifyAudit(inShop, {})).toMatchObject({ ok: true, entries: 4 });
  expect((await refusal(createProject(install(), { key: 'SHOP' }))).code).toBe('key_taken');
});

it('is made by who manages the whole installation only', async () => {
  for (const role of ['viewer', 'editor', 'stranger'] as const) {
    expect((await refusal(createProject(install(role), { key: 'mine' }))).kind).toBe('forbidden');
  }
  expect((await refusal(createProject(ownerOf(services.projectId), { key: 'mine' }))).kind).toBe('forbidden');
});

it('keeps projects apart: a foreign one is like one that is not there', async () => {
  const shop = await getProject(install(), { key: 'shop' });
  const foreign = services.inProject(shop, 'editor');
  await createFlag(services.inProject(shop, 'admin'), { key: 'same', type: 'boolean' });
  await createFlag(services.as('admin'), { key: 'own', type: 'boolean' });
  expect((await refusal(getFlag(foreign, { key: 'same' }))).kind).toBe('not_found');
  expect((await refusal(createFlag(foreign, { key: 'x', type: 'boolean' }))).kind).toBe('not_found');
  expect((await refusal(getFlag(services.inProject(shop, 'admin'), { key: 'own' }))).kind).toBe('not_found');
  expect((await refusal(getProject(install('viewer'), { key: 'shop' }))).kind).toBe('not_found');
  expect((await refusal(getProject(install('viewer'), { key: 'absent' }))).kind).toBe('not_found');
});

it('lists the projects one belongs to, by pages', async () => {
  expect((await listProjects(install('viewer'), {})).items.map(({ key }) => key)).toEqual(['default']);
  const first = await listProjects(install(), { limit: 1 });
  const second = await listProjects(install(), { limit: 1, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ key }) => key)).toEqual(['default', 'shop']);
  expect((await listProjects(install(), { q: 'SHO' })).items.map(({ key }) => key)).toEqual(['shop']);
  expect((await listProjects(install('stranger'), {})).items).toEqual([]);
});

it('is renamed by its own administrators', async () => {
  const renamed = await updateProject(ownerOf(services.projectId), { key: 'default', version: 1, name: 'Main' });
  expect(renamed).toMatchObject({ name: 'Main', version: 2 });
  const stale = await refusal(updateProject(install(), { key: 'default', version: 1, name: 'Stale' }));
  expect([stale.code, stale.current]).toEqual(['version_conflict', renamed]);
  expect((await refusal(updateProject(install('editor'), { key: 'default', version: 2, name: 'x' }))).kind).toBe(
    'forbidden',
  );
  expect((await refusal(updateProject(ownerOf(services.projectId), { key: 'shop', version: 1, name: 'x' }))).kind).toBe(
    'not_found',
  );
});

it('is removed with all that is in it, while its audit stays', async () => {
  const shop = await getProject(install(), { key: 'shop' });
  services.committed.length = 0;
  expect((await refusal(removeProject(install('editor'), { key: 'shop', version: 1 }))).kind).toBe('forbidden');
  expect((await refusal(removeProject(install(), { key: 'shop', version: 2 }))).code).toBe('version_conflict');
  await removeProject(install(), { key: 'shop', version: 1 });
  expect(services.committed).toHaveLength(3);
  expect((await refusal(getProject(install(), { key: 'shop' }))).kind).toBe('not_found');
  expect(await services.db.flag.count({ where: { key: 'same' } })).toBe(0);
  expect(await services.db.auditEntry.count({ where: { chain: shop.id } })).toBe(5);
});

it('ensures environments of projects that may be missing', async () => {
  const wanted = { project: 'edge', environment: 'preview' };
  const outcomes = await race(4, () => ensureEnvironment(install(), wanted));
  expect(outcomes).toEqual({ done: 4 });
  const found = await ensureEnvironment(install(), { project: 'EDGE', environment: 'Preview' });
  expect(found).toMatchObject({ projectKey: 'edge', environmentKey: 'preview' });
  const { items } = await listEnvironments(services.inProject({ id: found.projectId, key: 'edge' }, 'admin'), {});
  expect(items.map(({ key }) => key)).toEqual(['development', 'staging', 'production', 'preview']);
});
