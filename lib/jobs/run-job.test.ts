import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assertLease, releaseLease, takeLease } from '@/lib/services/leases/lease';
import { createTestServices, refusal, type TestServices } from '@/lib/services/testing';
import { transaction } from '@/lib/services/transaction';
import { type JobHost, runJob } from './run-job';
import type { Job } from './types';

let services: TestServices;
let name = '';
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(() => {
  count += 1;
  name = `job-${count}`;
});
afterAll(() => services.close());

const host = (holder: string): JobHost => ({
  db: services.db,
  holder,
  now: async () => services.now(),
  inProject: async () => services.as('admin'),
  asAuthor: async () => null,
  warn: () => {},
});
const job = (run: Job['run']): Job => ({ name, everyMs: 1_000, run });
const runs = () => services.db.jobRun.findMany({ where: { job: name }, orderBy: { id: 'asc' } });

describe('a lease', () => {
  it('is held by one of twenty who want it, until it ends or is given back', async () => {
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => takeLease(services.db, name, `p${index}`, 60_000)),
    );
    const held = taken.flatMap((lease) => lease ?? []);
    expect(held).toHaveLength(1);
    const [lease] = held;
    if (!lease) throw new Error('nobody has it');
    expect(await takeLease(services.db, name, 'late', 60_000)).toBeNull();
    await releaseLease(services.db, lease);
    expect(await takeLease(services.db, name, 'late', 60_000)).toMatchObject({
      holder: 'late',
      token: lease.token + 1n,
    });
  });

  it('that another took refuses effects of the first', async () => {
    const first = await takeLease(services.db, name, 'first', 0);
    if (!first) throw new Error('nobody has it');
    const effect = () => transaction(services.as('admin'), {}, (tx) => assertLease(tx.db, first));
    await effect();
    expect(await takeLease(services.db, name, 'second', 60_000)).not.toBeNull();
    expect((await refusal(effect())).code).toBe('lease_lost');
  });
});

describe('a run', () => {
  it('says what it did, and is noted', async () => {
    const answer = await runJob(
      job(async () => ({ added: 3, failed: 1 })),
      host('a'),
      'cron',
    );
    expect(answer).toEqual({ outcome: 'partly', report: { added: 3, failed: 1 } });
    expect(await runs()).toMatchObject([
      { outcome: 'partly', report: { added: 3, failed: 1 }, startedBy: 'cron', holder: 'a' },
    ]);
    expect(await services.db.lease.findUnique({ where: { name } })).toMatchObject({ lastOutcome: 'partly' });
  });

  it('that finds nothing to do leaves no row, unless a person asked for it', async () => {
    const idle = job(async () => ({ added: 0 }));
    await runJob(idle, host('a'), 'ticker');
    expect(await runs()).toEqual([]);
    expect(await services.db.lease.findUnique({ where: { name } })).toMatchObject({ lastOutcome: 'ok' });
    await runJob(idle, host('a'), 'person');
    expect(await runs()).toHaveLength(1);
  });

  it('is one at a time, whoever asks', async () => {
    let [now, most, done] = [0, 0, 0];
    const slow = job(async ({ db }) => {
      now += 1;
      most = Math.max(most, now);
      await db.$queryRaw`SELECT 1 FROM pg_sleep(0.05)`;
      now -= 1;
      done += 1;
      return {};
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => runJob(slow, host(`p${index}`), 'cron').then(({ outcome }) => outcome)),
    );
    expect(most).toBe(1);
    expect(answers.filter((outcome) => outcome === 'ok')).toHaveLength(done);
    expect(answers.filter((outcome) => outcome === 'busy')).toHaveLength(20 - done);
  });

  it('that throws is noted as failed, and the next one may begin at once', async () => {
    const failing = job(async () => {
      throw new Error('no luck');
    });
    await expect(runJob(failing, host('a'), 'ticker')).rejects.toThrow('no luck');
    expect(await runs()).toMatchObject([{ outcome: 'failed', error: 'internal' }]);
    expect(
      await runJob(
        job(async () => ({})),
        host('b'),
        'ticker',
      ),
    ).toEqual({ outcome: 'ok', report: {} });
  });

  it('whose process died is noted as such by the next one, once', async () => {
    await takeLease(services.db, name, 'gone', 0, { startedAt: services.now(), startedBy: 'cron' });
    const idle = job(async () => ({}));
    await runJob(idle, host('a'), 'ticker');
    await runJob(idle, host('a'), 'ticker');
    expect(await runs()).toMatchObject([
      { outcome: 'died', holder: 'gone', startedBy: 'cron', startedAt: services.now(), finishedAt: null },
    ]);
  });

  it('ends at its next batch when its process has to, and another takes it up at once', async () => {
    let batches = 0;
    const long = job(async ({ keep }) => {
      for (; batches < 10; batches += 1) await keep();
      return { batches };
    });
    const stopping = { ...host('a'), isStopping: () => batches >= 3 };
    expect(await runJob(long, stopping, 'ticker')).toEqual({ outcome: 'stopped', report: {} });
    expect(batches).toBe(3);
    expect(await runJob(long, host('b'), 'ticker')).toEqual({ outcome: 'ok', report: { batches: 10 } });
    expect(await runs()).toMatchObject([{ outcome: 'stopped' }, { outcome: 'ok' }]);
  });

  it('of two hundred is kept', async () => {
    const data = Array.from({ length: 230 }, () => ({
      job: name,
      startedAt: services.now(),
      startedBy: 'cron',
      holder: 'a',
    }));
    await services.db.jobRun.createMany({ data });
    for (let n = 0; n < 10; n += 1)
      await runJob(
        job(async () => ({ added: 1 })),
        host('a'),
        'ticker',
      );
    expect((await runs()).length).toBeLessThanOrEqual(210);
  });

  it('that lost its lease stops, and notes nothing over the one who has it', async () => {
    const overtaken = job(async ({ db, lease, keep }) => {
      await releaseLease(db, lease);
      await takeLease(db, name, 'other', 60_000);
      await keep();
      return { added: 1 };
    });
    expect((await refusal(runJob(overtaken, host('a'), 'cron'))).code).toBe('lease_lost');
    expect(await runs()).toEqual([]);
    expect(await services.db.lease.findUnique({ where: { name } })).toMatchObject({
      holder: 'other',
      lastOutcome: null,
    });
  });
});
