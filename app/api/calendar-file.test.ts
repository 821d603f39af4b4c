import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from './testing/world';

const P = '/api/admin/projects/default';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.make('POST', `${P}/flags`, { key: 'checkout', type: 'boolean' });
  const at = new Date(Date.now() + 86_400_000).toISOString();
  const instructions = [{ kind: 'turnOn' }];
  const description = 'Launch, part 1; really\r\nEND:VCALENDAR\nBEGIN:VEVENT\nX-EVIL:1';
  const schedule = { flag: 'checkout', environment: 'development', instructions, at, description };
  await world.make('POST', `${P}/schedules`, schedule);
});
afterAll(() => world.close());

const linkOf = async (as: 'viewer' | 'stranger'): Promise<string> => {
  const { json } = await world.call('POST', `${as === 'viewer' ? P : P.replace('default', 'other')}/calendar/feed`, {
    as,
    body: {},
  });
  return new URL((json as { url: string }).url).search;
};
const read = (query: string, project = 'default') =>
  world.call('GET', `/api/admin/projects/${project}/calendar.ics${query}`, { as: 'anonymous' });

it('is read with the link alone, every text as text', async () => {
  const { status, text, headers } = await read(await linkOf('viewer'));
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('X-EVIL'))).toEqual([]);
  expect(lines).toContain('SUMMARY:checkout · Scheduled change (development)');
  expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toMatch(/^DESCRIPTION:Launch\\, part 1\\; really\\n/);
  expect((await read(`${await linkOf('viewer')}&lang=de`)).text).toContain('Geplante Änderung');
});

it('is not there for a wrong link, another project’s, an ended one, or one whose maker may not see it any more', async () => {
  const own = await linkOf('viewer');
  const { text, status } = await read('?token=fscal_wrong');
  expect(status).toBe(404);
  expect(text).not.toContain('fscal_wrong');
  expect((await read('?token=')).status).toBe(404);
  expect((await read(own, 'other')).status).toBe(404);
  expect((await read(await linkOf('stranger'))).status).toBe(404);
  expect((await read('')).status).toBe(401);
  expect((await read(own)).status).toBe(200);
  expect((await world.call('DELETE', `${P}/calendar/feed`, { as: 'viewer', body: {} })).status).toBe(204);
  expect((await read(own)).status).toBe(404);

  const again = await linkOf('viewer');
  const { prisma } = await world.runtime.database();
  const { id } = await prisma.user.findFirstOrThrow({ where: { email: 'viewer@example.com' } });
  await world.make('POST', `/api/admin/users/${id}/disable`, {});
  expect((await read(again)).status).toBe(404);
  await world.make('POST', `/api/admin/users/${id}/enable`, {});
  expect((await read(again)).status).toBe(200);
  await prisma.assignment.deleteMany({ where: { userId: id } });
  expect((await read(again)).status).toBe(404);
});

it('is read by members like all they may read', async () => {
  const statusOf = async (as: 'admin' | 'key' | 'stranger' | 'tenantAdmin') =>
    (await world.call('GET', `${P}/calendar.ics`, { as })).status;
  expect(await statusOf('admin')).toBe(200);
  expect(await statusOf('key')).toBe(200);
  expect(await statusOf('stranger')).toBe(404);
  expect(await statusOf('tenantAdmin')).toBe(404);
});
