import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServiceContext } from '../context';
import { changeConfiguration } from '../configurations/change';
import { createFlag } from '../flags/create';
import { getConfiguration } from '../configurations/get';
import { createApiKey } from '../keys/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { updateFlag } from '../flags/update';
import { applyRequest } from './apply-request';
import { createChangeRequest } from './create';
import { approveRequest, commentOnRequest } from './decide';
import { getChangeRequest } from './get';
import { listChangeRequests } from './list';
import { rebaseRequest } from './rebase';

let services: TestServices;
let [ana, ben, cem]: ServiceContext[] = [];
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
  [ana, ben, cem] = await Promise.all([
    services.person('ana', 'editor'),
    services.person('ben', 'editor'),
    services.person('cem', 'editor'),
  ]);
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 1 } });
});
afterAll(() => services.close());

function sure(ctx: ServiceContext | undefined): ServiceContext {
  if (!ctx) throw new Error('nobody');
  return ctx;
}
async function flag(): Promise<string> {
  count += 1;
  const key = `flag-${count}`;
  await createFlag(services.as('editor'), { key, type: 'boolean' });
  return key;
}
const turnOn = (key: string, environment = 'production') => ({
  flag: key,
  environment,
  version: 1,
  instructions: [{ kind: 'turnOn' }],
});
const ask = async (author: ServiceContext | undefined, key?: string) =>
  createChangeRequest(sure(author), { changes: [turnOn(key ?? (await flag()))] });
const given = async (id: string) => (await getChangeRequest(services.as('viewer'), { id })).approvals.given;

it('an approval no longer counts once its giver is shut out or may approve no more', async () => {
  const { id } = await ask(ana);
  await approveRequest(sure(ben), { id });
  expect(await given(id)).toEqual(['ben']);
  await services.db.user.update({ where: { id: 'ben' }, data: { disabled: true } });
  expect(await given(id)).toEqual([]);
  expect((await refusal(applyRequest(sure(ana), { id }))).code).toBe('approvals_missing');
  await services.db.user.update({ where: { id: 'ben' }, data: { disabled: false } });
  await services.db.assignment.updateMany({ where: { userId: 'ben' }, data: { role: 'developer' } });
  expect((await refusal(applyRequest(sure(ana), { id }))).code).toBe('approvals_missing');
  await services.db.assignment.updateMany({ where: { userId: 'ben' }, data: { role: 'editor' } });
  expect(await applyRequest(sure(ana), { id })).toMatchObject({ status: 'applied' });
});

it('counts for an environment only from who may approve in that one', async () => {
  const staging = await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } });
  const dora = await services.person('dora', 'editor');
  await services.db.assignment.updateMany({ where: { userId: 'dora' }, data: { environmentId: staging.id } });
  const grants = dora.actor.grants.map((grant) => ({ ...grant, environmentId: staging.id }));
  const narrow = { ...dora, actor: { ...dora.actor, grants } };
  const { id } = await ask(ana);
  expect((await refusal(approveRequest(narrow, { id }))).kind).toBe('forbidden');
  // Said while she could: it counts no more.
  await approveRequest(dora, { id });
  expect(await given(id)).toEqual([]);
});

it('a key speaks for who made it: it approves nothing of theirs, and nothing twice', async () => {
  const admin = await services.person('max', 'admin');
  const made = await createApiKey(admin, { kind: 'admin', name: 'Robot', role: 'editor' });
  const robot: ServiceContext = {
    ...admin,
    actor: { kind: 'apiKey', id: made.id, name: 'Robot', grants: services.as('editor').actor.grants },
  };
  const own = await ask(admin);
  expect((await refusal(approveRequest(robot, { id: own.id }))).code).toBe('own_request');
  const robots = await ask(robot);
  expect((await refusal(approveRequest(admin, { id: robots.id }))).code).toBe('own_request');

  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 2 } });
  const { id } = await ask(ana);
  await approveRequest(admin, { id });
  await approveRequest(robot, { id });
  expect(await given(id)).toEqual(['Robot']);
  await approveRequest(sure(ben), { id });
  await services.db.apiKey.update({ where: { id: made.id }, data: { revokedAt: services.now() } });
  expect(await given(id)).toEqual(['max', 'ben']);
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 1 } });
});

it('is not applied for an author who is gone or may ask no more', async () => {
  const { id } = await ask(await services.person('zoe', 'developer'));
  await approveRequest(sure(ben), { id });
  await services.db.assignment.updateMany({ where: { userId: 'zoe' }, data: { role: 'viewer' } });
  expect((await refusal(applyRequest(sure(ben), { id }))).code).toBe('author_may_not');
  await services.db.user.update({ where: { id: 'zoe' }, data: { disabled: true } });
  expect((await refusal(applyRequest(sure(ben), { id }))).code).toBe('author_gone');
  expect(await getChangeRequest(services.as('viewer'), { id })).toMatchObject({ status: 'open', hasProblem: true });
});

it('reaches no environment that nobody approved it for', async () => {
  const key = await flag();
  await changeConfiguration(sure(ana), turnOn(key, 'development'));
  const asked = await updateFlag(sure(ana), { key, version: 1, description: 'New', request: true }).catch(
    (thrown) => thrown.accepted.changeRequest,
  );
  expect(asked.environments).toEqual(['development']);
  await approveRequest(sure(ben), { id: asked.id });
  await changeConfiguration(services.as('admin'), { ...turnOn(key), bypass: true, comment: 'Now' });
  expect((await refusal(applyRequest(sure(ana), { id: asked.id }))).code).toBe('request_reaches_more');
  expect(await rebaseRequest(sure(ana), { id: asked.id })).toMatchObject({
    environments: ['development', 'production'],
    approvals: { given: [] },
    hasProblem: false,
  });
  await approveRequest(sure(cem), { id: asked.id });
  expect(await applyRequest(sure(ana), { id: asked.id })).toMatchObject({ status: 'applied' });
});

it('is of what was read: of another revision it is a conflict', async () => {
  const { id, revision } = await ask(ana);
  await rebaseRequest(sure(ana), { id });
  expect((await refusal(approveRequest(sure(ben), { id, revision }))).kind).toBe('conflict');
  expect(await approveRequest(sure(ben), { id, revision: revision + 1 })).toMatchObject({
    approvals: { given: ['ben'] },
  });
});

it('names author, approvers and who applied it in the audit', async () => {
  const key = await flag();
  const { id } = await ask(ana, key);
  await approveRequest(sure(ben), { id });
  await applyRequest(sure(cem), { id });
  const entry = await services.db.auditEntry.findFirstOrThrow({ where: { action: 'changeRequest.apply', flag: key } });
  expect(entry.actorName).toBe('cem');
  expect(JSON.parse(entry.detail ?? '')).toMatchObject({
    after: { author: { id: 'ana', name: 'ana' }, approvedBy: [{ id: 'ben', name: 'ben' }] },
  });
  expect((await getConfiguration(services.as('viewer'), { flag: key, environment: 'production' })).state).toBe('on');
});

it('who edits in another project only has nothing to say', async () => {
  const { id } = await ask(ana);
  const viewer = services.as('viewer');
  const grants = [...viewer.actor.grants, ...services.as('stranger').actor.grants];
  const guest = { ...viewer, actor: { ...viewer.actor, grants } };
  expect((await refusal(commentOnRequest(guest, { id, comment: 'Hello' }))).kind).toBe('forbidden');
  expect((await refusal(approveRequest(guest, { id }))).kind).toBe('forbidden');
});

it('lists what waits for whom', async () => {
  const { id } = await ask(ana);
  const idsFor = async (ctx: ServiceContext | undefined, whose: string) =>
    (await listChangeRequests(sure(ctx), { whose, limit: 200 })).items.map((item) => item.id);
  expect(await idsFor(ben, 'waiting')).toContain(id);
  expect(await idsFor(ana, 'waiting')).not.toContain(id);
  expect(await idsFor(ana, 'mine')).toContain(id);
  expect(await idsFor(services.as('viewer'), 'waiting')).toEqual([]);
  await approveRequest(sure(ben), { id });
  expect(await idsFor(ben, 'waiting')).not.toContain(id);
  expect(await idsFor(cem, 'waiting')).toContain(id);
});
