import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServices, type TestServices } from '../testing';
import { pruneAttempts } from './prune';
import { recordRefusal } from './record';

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

const fill = (kind: string, outcome: string, count: number, at: Date) =>
  services.db.attempt.createMany({ data: Array.from({ length: count }, () => ({ kind, outcome, at })) });
const countOf = (kind: string, outcome: string) => services.db.attempt.count({ where: { kind, outcome } });

it('keeps ten thousand refusals and old attempts, and every failure that still counts', async () => {
  const now = services.now();
  const old = new Date(now.getTime() - 3_600_000);
  await fill('refused', 'forbidden', 10_050, now);
  await fill('signIn', 'failed', 5_000, old);
  await fill('signIn', 'throttled', 6_000, now);
  await fill('signIn', 'failed', 10_500, now);
  await pruneAttempts(services.db, now);
  expect(await countOf('refused', 'forbidden')).toBe(10_000);
  const inWindow = { kind: 'signIn', outcome: 'failed', at: now };
  expect(await services.db.attempt.count({ where: inWindow })).toBe(10_500);
  const others = await services.db.attempt.count({ where: { kind: 'signIn', NOT: inWindow } });
  expect(others).toBe(10_000);
});

it('never turns a refusal into another error', async () => {
  const broken = { ...services.as('viewer'), now: new Date(Number.NaN) };
  await expect(recordRefusal(broken, 'flags.create')).resolves.toBeUndefined();
});
