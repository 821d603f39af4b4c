import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '@/lib/db/embedded/lock';
import { ownIdentity } from '@/lib/db/embedded/process-identity';
import { openDatabase } from '@/lib/db/open';
import { bundleChild, startChild } from '@/lib/db/testing/child';
import { copyTemplate } from '@/lib/db/testing/create-test-database';

const OPEN_CHILD = bundleChild('lib/db/testing/open-child.ts');
let dataDir: string;
const cleanUps: (() => unknown)[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-own-'));
  copyTemplate(dataDir);
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(serve: boolean) {
  const database = await openDatabase({ dataDir, serve });
  cleanUps.push(() => database.close());
  return database;
}

function startOwner() {
  const child = startChild(OPEN_CHILD, [dataDir]);
  cleanUps.push(() => child.kill());
  return child;
}

const lockPath = () => join(dataDir, 'lock');
const writeLock = (fields: object) =>
  writeFileSync(lockPath(), JSON.stringify({ ...ownIdentity(), nonce: 'gone', socketPath: '', ...fields }));

describe('one folder and several processes', () => {
  test('a second one that wants to serve is refused, with the number of the first', async () => {
    const owner = startOwner();
    expect(await owner.line()).toBe('open');
    const refused = openDatabase({ dataDir, serve: true });
    await expect(refused).rejects.toMatchObject({ code: 'database_in_use', pid: owner.pid });
    await expect(refused).rejects.toThrow(`already open by process ${owner.pid}`);
  });

  test('a second one that does not serve joins the first, and both see what the other wrote', async () => {
    const first = await open(true);
    const second = await open(false);
    await first.prisma.$executeRaw`CREATE TABLE note (n int)`;
    await second.prisma.$executeRaw`INSERT INTO note VALUES (7)`;
    expect(await first.prisma.$queryRaw`SELECT n FROM note`).toEqual([{ n: 7 }]);
    expect([first.mayMigrate, second.mayMigrate]).toEqual([true, false]);
  });

  test('one that does not serve opens the folder itself when nobody has it', async () => {
    expect((await open(false)).mayMigrate).toBe(true);
  });

  test('only this user reaches the socket', async () => {
    await open(true);
    expect(statSync(join(dataDir, 'socket')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'socket', '.s.PGSQL.5432')).mode & 0o777).toBe(0o600);
  });

  test('a path too long for a socket is no obstacle', async () => {
    dataDir = join(dataDir, 'd'.repeat(120));
    copyTemplate(dataDir);
    const database = await open(true);
    expect(await database.probe(1_000)).toBe(true);
  });
});

describe('a lock whose owner is gone', () => {
  test('is taken over by exactly one of several processes', async () => {
    const owner = startOwner();
    expect(await owner.line()).toBe('open');
    await owner.kill('SIGKILL');
    const lines = await Promise.all([startOwner(), startOwner(), startOwner()].map((child) => child.line()));
    expect(lines.filter((line) => line === 'open')).toHaveLength(1);
    expect(lines.filter((line) => line?.includes('already open by process'))).toHaveLength(2);
  });

  test('is taken over from a killed owner that lingers as a zombie', async () => {
    // The shell becomes a program that never waits for its child.
    const script = `"$0" ${OPEN_CHILD} "$1" & echo $! >&2; exec sleep 600`;
    const parent = spawn('sh', ['-c', script, process.execPath, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
    cleanUps.push(() => parent.kill('SIGKILL'));
    const pid = Number(await new Promise((resolve) => parent.stderr.once('data', resolve)));
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    process.kill(pid, 'SIGKILL');
    expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) [ZRXD] /);
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /);
    expect((await open(true)).mayMigrate).toBe(true);
  });

  test('is taken over when its number now belongs to a younger process', async () => {
    writeLock({ startedAt: '1' });
    expect((await open(true)).mayMigrate).toBe(true);
  });

  test('is taken over from another container that has been silent for long', async () => {
    writeLock({ space: 'elsewhere' });
    utimesSync(lockPath(), new Date(), new Date(Date.now() - 60_000));
    expect((await open(true)).mayMigrate).toBe(true);
  });

  test('is respected while another container answers on its socket', async () => {
    const socketPath = join(dataDir, 'other.sock');
    const server = createServer().listen(socketPath);
    cleanUps.push(() => server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    writeLock({ space: 'elsewhere', socketPath, pid: 4242 });
    utimesSync(lockPath(), new Date(), new Date(Date.now() - 60_000));
    await expect(openDatabase({ dataDir, serve: true })).rejects.toThrow('already open by process 4242');
  });

  test('is released by closing, and only by its owner', async () => {
    const attempt = await takeLock(lockPath(), '');
    if (!('lock' in attempt)) throw new Error('the lock was free');
    writeLock({ nonce: 'another owner' });
    attempt.lock.release();
    expect(readFileSync(lockPath(), 'utf8')).toContain('another owner');
  });
});

describe('the worker', () => {
  test('keeps long queries off the event loop', async () => {
    const database = await open(true);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = performance.now();
    await database.prisma.$queryRaw`SELECT sum(sqrt(n)) FROM generate_series(1, 2000000) AS n`;
    const took = performance.now() - start;
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(took / 2);
  });

  test('is replaced when it ends, and nothing acknowledged goes with it', async () => {
    const threads = process.getBuiltinModule('node:worker_threads');
    const { Worker } = threads;
    const started: InstanceType<typeof Worker>[] = [];
    threads.Worker = class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        started.push(this);
      }
    };
    cleanUps.push(() => Object.assign(threads, { Worker }));
    const database = await open(true);
    await database.prisma.$executeRaw`CREATE TABLE note (n int)`;
    await database.prisma.$executeRaw`INSERT INTO note VALUES (1)`;
    const running = database.prisma.$queryRaw`SELECT sum(n) FROM generate_series(1, 50000000) AS n`;
    await Promise.all([expect(running).rejects.toThrow(), started[0]?.terminate()]);
    await expect
      .poll(() => database.prisma.$queryRaw`SELECT n FROM note`.catch(() => null), { timeout: 20_000 })
      .toEqual([{ n: 1 }]);
    expect(started).toHaveLength(2);
  });

  test('rolls back what a lost connection left open, and lets the next one in', async () => {
    const database = await open(true);
    await database.prisma.$executeRaw`CREATE TABLE note (n int)`;
    const lost = await database.connect();
    await lost.query('BEGIN; INSERT INTO note VALUES (1)');
    const waiting = database.prisma.$queryRaw`SELECT count(*)::int AS n FROM note`;
    const stream: unknown = Reflect.get(Reflect.get(lost, 'connection'), 'stream');
    if (stream instanceof Object && 'destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
    expect(await waiting).toEqual([{ n: 0 }]);
  });
});
