import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServiceContext } from '../context';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { createFlag } from '../flags/create';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { applyRequest } from './apply-request';
import { createChangeRequest } from './create';
import { approveRequest, cancelRequest, commentOnRequest, rejectRequest, requestChanges } from './decide';
import { getChangeRequest } from './get';
import { listChangeRequests } from './list';
import { rebaseRequest } from './rebase';

let services: TestServices;
let count = 0;
const editors = new Map<string, ServiceContext>();

beforeAll(async () => {
  services = await createTestServices();
  for (const name of ['ana', 'ben', 'cem', 'eve']) editors.set(name, await services.person(name, 'editor'));
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 2 } });
});
afterAll(() => services.close());

const editor = (name: string): ServiceContext => {
  const found = editors.get(name);
  if (!found) throw new Error(name);
  return { ...found, now: services.now() };
};
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
const stateOf = async (key: string) =>
  (await getConfiguration(services.as('viewer'), { flag: key, environment: 'production' })).state;
const ask = (...keys: string[]) =>
  createChangeRequest(editor('ana'), { title: 'Launch', changes: keys.map((key) => turnOn(key)) });

it('is applied once enough others approved, all or none, by one revision of each', async () => {
  const [first, second] = [await flag(), await flag()];
  const { id, number } = await ask(first, second);
  expect((await refusal(applyRequest(editor('ana'), { id }))).code).toBe('approvals_missing');
  expect((await refusal(approveRequest(editor('ana'), { id }))).code).toBe('own_request');
  expect((await refusal(approveRequest(services.as('developer'), { id }))).kind).toBe('forbidden');
  expect((await refusal(approveRequest(services.as('stranger'), { id }))).kind).toBe('not_found');
  await approveRequest(editor('ben'), { id });
  await approveRequest(editor('ben'), { id });
  expect((await refusal(applyRequest(editor('ana'), { id }))).params).toEqual({ required: 2, given: 1 });
  expect(await approveRequest(editor('cem'), { id, comment: 'Fine' })).toMatchObject({
    approvals: { required: 2, given: ['ben', 'cem'] },
  });
  expect(await applyRequest(editor('ana'), { id })).toMatchObject({ status: 'applied', number });
  expect([await stateOf(first), await stateOf(second)]).toEqual(['on', 'on']);
  expect((await refusal(applyRequest(editor('ana'), { id }))).code).toBe('request_closed');
  const { events, changes } = await getChangeRequest(services.as('viewer'), { id });
  expect(events.map(({ kind, actor }) => [kind, actor.name])).toEqual([
    ['approve', 'ben'],
    ['approve', 'ben'],
    ['approve', 'cem'],
    ['apply', 'ana'],
  ]);
  expect(changes.map(({ action, flag }) => [action, flag])).toEqual([
    ['config.change', first],
    ['config.change', second],
  ]);
});

it('shows what it would change, with what is before and after', async () => {
  const key = await flag();
  const { id } = await ask(key);
  expect(await getChangeRequest(services.as('viewer'), { id })).toMatchObject({
    problem: null,
    changes: [
      {
        action: 'config.change',
        flag: key,
        environment: 'production',
        before: { state: 'off' },
        after: { state: 'on' },
      },
    ],
  });
});

it('says when somebody changed the same since, and goes on from there with new approvals', async () => {
  const key = await flag();
  const { id } = await ask(key);
  await approveRequest(editor('ben'), { id });
  await approveRequest(editor('cem'), { id });
  const bypass = { ...turnOn(key), bypass: true, comment: 'Now' };
  await changeConfiguration(services.as('admin'), { ...bypass, instructions: [{ kind: 'followDefault' }] }).catch(
    () => null,
  );
  await changeConfiguration(services.as('admin'), bypass);
  await changeConfiguration(services.as('admin'), { ...bypass, version: 2, instructions: [{ kind: 'turnOff' }] });
  expect((await getChangeRequest(services.as('viewer'), { id })).problem).toMatchObject({ code: 'version_conflict' });
  expect((await refusal(applyRequest(editor('ana'), { id }))).kind).toBe('conflict');
  expect(await stateOf(key)).toBe('off');
  expect((await refusal(rebaseRequest(services.as('viewer'), { id }))).kind).toBe('forbidden');
  expect(await rebaseRequest(editor('ana'), { id })).toMatchObject({ approvals: { given: [] }, status: 'open' });
  await approveRequest(editor('ben'), { id });
  await approveRequest(editor('cem'), { id });
  await applyRequest(editor('ben'), { id });
  expect(await stateOf(key)).toBe('on');
});

it('is not applied when the last word of an approver is another', async () => {
  const { id } = await ask(await flag());
  await approveRequest(editor('ben'), { id });
  await approveRequest(editor('cem'), { id });
  expect((await refusal(requestChanges(editor('cem'), { id }))).code).toBe('comment_required');
  await requestChanges(editor('cem'), { id, comment: 'After the sale' });
  expect((await refusal(applyRequest(editor('ana'), { id }))).code).toBe('approvals_missing');
  expect((await refusal(commentOnRequest(services.as('viewer'), { id, comment: 'x' }))).kind).toBe('forbidden');
  await commentOnRequest(services.as('developer'), { id, comment: 'The sale is over' });
  expect(await rejectRequest(editor('cem'), { id })).toMatchObject({ status: 'rejected' });
  expect((await refusal(approveRequest(editor('ben'), { id }))).code).toBe('request_closed');
});

it('is withdrawn by its author or put away by who may approve, and by nobody else', async () => {
  const { id } = await ask(await flag());
  expect((await refusal(cancelRequest(services.as('developer'), { id }))).kind).toBe('forbidden');
  expect(await cancelRequest(editor('ana'), { id })).toMatchObject({ status: 'cancelled' });
});

it('is applied once by twenty who press at the same time', async () => {
  const key = await flag();
  const { id } = await ask(key);
  await approveRequest(editor('ben'), { id });
  await approveRequest(editor('cem'), { id });
  const outcomes = await race(20, () => applyRequest(editor('ben'), { id }));
  expect(outcomes.done).toBe(1);
  expect(await services.db.change.count({ where: { key, environment: { key: 'production' } } })).toBe(2);
});

it('is refused at once for what could not be applied, and foreign ones are not there', async () => {
  const key = await flag();
  const wrong = { ...turnOn(key), instructions: [{ kind: 'removeRule', id: 'absent' }] };
  expect((await refusal(createChangeRequest(editor('ana'), { changes: [turnOn(key), wrong] }))).kind).toBe('refused');
  expect((await refusal(createChangeRequest(services.as('viewer'), { changes: [turnOn(key)] }))).kind).toBe(
    'forbidden',
  );
  const developers = await createChangeRequest(await services.person('dev', 'developer'), { changes: [turnOn(key)] });
  const foreign = services.inProject({ id: 'another', key: 'other' }, 'stranger');
  expect((await refusal(getChangeRequest(foreign, { id: developers.id }))).kind).toBe('not_found');
  expect((await listChangeRequests(services.as('viewer'), { flag: key })).items.map(({ number }) => number)).toEqual([
    developers.number,
  ]);
});
