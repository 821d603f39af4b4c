import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServices, refusal, type TestServices } from '../testing';
import { addSegmentMembers } from './add-members';
import { createSegment } from './create';
import { removeSegment } from './remove';

const place = { key: 'large', environment: 'staging' };
let services: TestServices;
const add = (...subjects: string[]) => addSegmentMembers(services.as('developer'), { ...place, subjects });

/** Rows as adding writes them: one member short of the limit. */
beforeAll(async () => {
  services = await createTestServices();
  await createSegment(services.as('developer'), { key: place.key });
  const { id, number } = await services.db.environment.findFirstOrThrow({ where: { key: place.environment } });
  await services.db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT ${id}, 'member', ${`${place.key}/`} || n, '{"v":1}', ${number}, now() FROM generate_series(1, 999999) AS n`;
}, 240_000);
afterAll(() => services.close());

it('holds a million members and no more', async () => {
  expect(await add('1', 'one')).toMatchObject({ memberCount: 1_000_000, changed: 1 });
  const refused = await refusal(add('two'));
  expect([refused.kind, refused.code]).toEqual(['refused', 'members_limit']);
}, 60_000);

it('is emptied before it is deleted', async () => {
  const refused = await refusal(removeSegment(services.as('developer'), { key: place.key, version: 1 }));
  expect([refused.kind, refused.code]).toEqual(['refused', 'segment_too_large']);
}, 60_000);
