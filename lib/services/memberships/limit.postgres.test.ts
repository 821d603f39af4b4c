import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createMembership } from './create';
import { listMemberships } from './list';

const place = { flag: 'large', environment: 'staging' };
const WINDOW = { startsAt: '2026-03-02T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' };
let services: TestServices;
const add = (subject: string) => createMembership(services.as('developer'), { ...place, subject, ...WINDOW });

/** Rows as adding writes them: one membership short of the limit. */
beforeAll(async () => {
  services = await createTestServices();
  await createFlag(services.as('developer'), { key: place.flag, type: 'boolean' });
  const { id, number } = await services.db.environment.findFirstOrThrow({ where: { key: place.environment } });
  await services.db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT ${id}, 'membership', ${`${place.flag}/`} || n, json_build_object('v', 1, 'subject', 'u' || n,
      'startsAt', ${WINDOW.startsAt}::text, 'endsAt', ${WINDOW.endsAt}::text, 'variant', 'on', 'version', 1),
      ${number}, now() FROM generate_series(1, 999999) AS n`;
}, 240_000);
afterAll(() => services.close());

it('takes a million memberships a flag and no more', async () => {
  expect(await add('one')).toMatchObject({ subject: 'one', version: 1 });
  const refused = await refusal(add('two'));
  expect([refused.kind, refused.code]).toEqual(['refused', 'memberships_limit']);
}, 60_000);

it('answers a page and one subject’s among a million', async () => {
  const page = await listMemberships(services.as('viewer'), { ...place, limit: 2 });
  expect(page).toMatchObject({ items: [{ id: '1' }, { id: '10' }], total: 1_000_000 });
  expect(await listMemberships(services.as('viewer'), { ...place, subject: 'u777777' })).toMatchObject({
    items: [{ id: '777777' }],
    total: 1,
  });
}, 60_000);
