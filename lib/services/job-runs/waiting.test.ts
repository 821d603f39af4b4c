import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { takeLease } from '../leases/lease';
import { readWaiting } from './waiting';

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('counts what is due and not what is not yet', async () => {
  const { db } = services;
  const now = services.now();
  const lease = await takeLease(db, 'a-job', 'here', 60_000);
  expect(lease).not.toBeNull();
  const { projectId } = services.as('admin').scope;
  const request = (number: number, ms: number) => ({
    ...{ id: `request-${number}`, number, projectId, title: 'Later', steps: [], environments: [], flags: [] },
    ...{ status: 'scheduled', authorKind: 'user', authorId: 'ana', authorName: 'Ana', createdAt: now, updatedAt: now },
    applyAt: new Date(now.getTime() + ms),
  });
  await db.changeRequest.createMany({ data: [request(1, -1), request(2, 0), request(3, 1)] });
  expect(await readWaiting(db, now)).toEqual({
    due: { schedules: 0, plans: 0, requests: 2, deliveries: 0 },
    outbox: await db.outbox.count({ where: { projectId: { not: null } } }),
    jobs: [{ name: 'a-job', lastFinishedAt: null, isRunning: true }],
  });
});
