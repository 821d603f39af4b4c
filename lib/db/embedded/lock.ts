import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { z } from 'zod';
import { livenessOf, ownIdentity, processIdentitySchema } from '@/lib/db/embedded/process-identity';

const lockSchema = z.object({ ...processIdentitySchema.shape, nonce: z.string(), socketPath: z.string() });

export type LockOwner = z.infer<typeof lockSchema>;
export type Lock = { release: () => void };
export type LockAttempt = { lock: Lock } | { owner: LockOwner };

/** An owner that cannot be looked up is believed dead after this long without a sign of life. */
const SILENCE_MS = 15_000;

/** Takes the lock, or tells who has it. A dead owner's lock is taken over, by one taker only. */
export async function takeLock(file: string, socketPath: string): Promise<LockAttempt> {
  const own: LockOwner = { ...ownIdentity(), nonce: randomUUID(), socketPath };
  const temporary = `${file}.${own.nonce}`;
  writeFileSync(temporary, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
  try {
    return await take(file, temporary, own);
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function take(file: string, temporary: string, own: LockOwner): Promise<LockAttempt> {
  for (;;) {
    if (linkIfAbsent(temporary, file)) return { lock: { release: () => release(file, own) } };
    const owner = readOwner(file);
    if (owner === null) continue;
    if (await isAlive(file, owner)) return { owner };
    // Whoever holds the guard named after the dead owner may replace it; the guard is itself such a lock.
    const guard = await takeLock(`${file}.${owner.nonce}.guard`, '');
    if (!('lock' in guard)) return { owner: guard.owner };
    try {
      if (readOwner(file)?.nonce === owner.nonce) {
        renameSync(copyOf(temporary, own), file);
        return { lock: { release: () => release(file, own) } };
      }
    } finally {
      guard.lock.release();
    }
  }
}

function copyOf(temporary: string, own: LockOwner): string {
  const copy = `${temporary}.take`;
  writeFileSync(copy, JSON.stringify(own), { mode: 0o600 });
  return copy;
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

export function readOwner(file: string): LockOwner | null {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`the lock file ${file} cannot be read; delete it if no Flagstaff runs on this folder`, {
      cause: error,
    });
  }
}

async function isAlive(file: string, owner: LockOwner): Promise<boolean> {
  const liveness = livenessOf(owner);
  if (liveness !== 'unknown') return liveness === 'alive';
  if (await answers(owner.socketPath)) return true;
  const before = modifiedAt(file);
  const silentFor = Date.now() - (before ?? 0);
  if (before === null || silentFor > SILENCE_MS) return false;
  await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
  return modifiedAt(file) !== before || answers(owner.socketPath);
}

function modifiedAt(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Whether somebody accepts connections there: a dead process's socket file refuses them. */
export function answers(socketPath: string): Promise<boolean> {
  if (socketPath === '') return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function release(file: string, own: LockOwner): void {
  if (readOwner(file)?.nonce === own.nonce) rmSync(file, { force: true });
}
