import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { getRevision } from '../configurations/get-revision';
import { createSegment } from '../segments/create';
import { updateSegmentContent } from '../segments/update-content';
import { createTestServices, refusal, type TestServices } from '../testing';
import { archiveFlag } from './archive';
import { createFlag } from './create';
import { removeFlag } from './remove';
import { flagUsage } from './usage';

let services: TestServices;
const admin = () => services.as('admin');
const archived = async (key: string): Promise<number> => {
  await createFlag(admin(), { key, type: 'boolean' });
  return (await archiveFlag(admin(), { key })).version;
};

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('wants the flag archived first, its version, and an administrator', async () => {
  await createFlag(admin(), { key: 'live', type: 'boolean' });
  expect((await refusal(removeFlag(admin(), { key: 'live', version: 1 }))).code).toBe('flag_not_archived');
  expect((await refusal(removeFlag(admin(), { key: 'live', version: 2 }))).code).toBe('version_conflict');
  expect((await refusal(removeFlag(admin(), { key: 'live' }))).code).toBe('version_required');
  expect((await refusal(removeFlag(services.as('editor'), { key: 'live', version: 1 }))).kind).toBe('forbidden');
  expect((await refusal(removeFlag(services.as('stranger'), { key: 'live', version: 1 }))).kind).toBe('not_found');
});

it('is refused, with the list, while flags or segments use it', async () => {
  const version = await archived('needed');
  await createFlag(admin(), { key: 'user', type: 'boolean' });
  const rule = { name: '', conditions: [{ segment: 'flag:needed' }] };
  await changeConfiguration(admin(), {
    flag: 'user',
    environment: 'staging',
    version: 1,
    instructions: [
      { kind: 'setPrerequisites', prerequisites: [{ flag: 'needed', variants: ['on'] }] },
      { kind: 'addRule', rule },
    ],
  });
  await createSegment(admin(), { key: 'held' });
  await updateSegmentContent(admin(), {
    key: 'held',
    environment: 'production',
    version: 1,
    conditions: [{ attribute: '', operator: 'inSegment', value: 'flag:needed' }],
  });
  const usage = [
    { kind: 'segment', key: 'held', environment: 'production' },
    { kind: 'prerequisite', key: 'user', environment: 'staging' },
    { kind: 'virtualSegment', key: 'user', environment: 'staging' },
  ];
  const found = await flagUsage(services.as('viewer'), { key: 'needed' });
  expect(found).toHaveLength(3);
  expect(found).toEqual(expect.arrayContaining(usage));
  const refused = await refusal(removeFlag(admin(), { key: 'needed', version }));
  expect([refused.kind, refused.code, refused.at.length]).toEqual(['refused', 'flag_in_use', 3]);
});

it('is not kept by flags whose keys only look alike', async () => {
  const version = await archived('look');
  await archived('look-alike');
  await createFlag(admin(), { key: 'reader', type: 'boolean' });
  await changeConfiguration(admin(), {
    flag: 'reader',
    environment: 'staging',
    version: 1,
    instructions: [
      { kind: 'addRule', rule: { name: 'look', conditions: [{ attribute: 'a', operator: 'equals', value: 'look' }] } },
    ],
  });
  expect(await flagUsage(admin(), { key: 'look' })).toEqual([]);
  await removeFlag(admin(), { key: 'look', version });
  expect(await services.db.item.count({ where: { key: 'look', toNumber: null } })).toBe(0);
  expect(await services.db.item.count({ where: { key: 'look-alike', toNumber: null } })).toBe(6);
});

it('keeps another flag’s history apart when the key is used again', async () => {
  const version = await archived('twice');
  await removeFlag(admin(), { key: 'twice', version });
  await createFlag(admin(), { key: 'twice', type: 'boolean' });
  await changeConfiguration(admin(), {
    flag: 'twice',
    environment: 'staging',
    version: 1,
    instructions: [{ kind: 'turnOn' }],
  });
  const place = { flag: 'twice', environment: 'staging' };
  expect((await getRevision(services.as('viewer'), { ...place, version: 1 })).state).toBe('off');
  expect((await refusal(getRevision(services.as('viewer'), { ...place, version: 3 }))).kind).toBe('not_found');
});
