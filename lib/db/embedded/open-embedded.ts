import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { appRoot } from '@/lib/db/app-root';
import { answers, type Lock, type LockOwner, readOwner, takeLock } from '@/lib/db/embedded/lock';
import { makeSocketFolder, SOCKET_NAME } from '@/lib/db/embedded/socket-folder';

export type EmbeddedServer = {
  /** The folder of the Unix socket: what libpq calls the host. */
  socketFolder: string;
  /** Whether this process holds the lock, and so may migrate. */
  isOwner: boolean;
  close: () => Promise<void>;
};

/** `code` is `database_in_use`. */
export class DatabaseInUseError extends Error {
  readonly code = 'database_in_use';
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(`the embedded database in ${dataDir} is already open by process ${pid}; stop it first, or use DATABASE_URL`);
    this.name = 'DatabaseInUseError';
  }
}

const CONNECT_PATIENCE_MS = 30_000;
const RESTART_PAUSE_MS = 1_000;

/** Opens the folder, or joins the process that has it open unless `serve` is asked for. */
export async function openEmbedded(options: { dataDir: string; serve: boolean }): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const socketFolder = makeSocketFolder(dataDir);
  const lockFile = join(dataDir, 'lock');
  const attempt = await takeLock(lockFile, join(socketFolder, SOCKET_NAME));
  if ('lock' in attempt) return serveFolder(dataDir, socketFolder, lockFile, attempt.lock);
  if (options.serve) throw new DatabaseInUseError(dataDir, attempt.owner.pid);
  return joinOwner(dataDir, lockFile, attempt.owner);
}

async function joinOwner(dataDir: string, lockFile: string, owner: LockOwner): Promise<EmbeddedServer> {
  const deadline = Date.now() + CONNECT_PATIENCE_MS;
  while (Date.now() < deadline) {
    const { socketPath } = readOwner(lockFile) ?? owner;
    if (await answers(socketPath)) {
      return { socketFolder: dirname(socketPath), isOwner: false, close: async () => {} };
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new DatabaseInUseError(dataDir, owner.pid);
}

async function serveFolder(
  dataDir: string,
  socketFolder: string,
  lockFile: string,
  lock: Lock,
): Promise<EmbeddedServer> {
  const workerData = { folder: join(dataDir, 'pg'), socketPath: join(socketFolder, SOCKET_NAME), lockFile };
  let isClosing = false;
  let worker: Worker;
  const start = async () => {
    worker = await startWorker(workerData);
    worker.once('exit', () => void restart());
  };
  // Queries fail while it is away; what was acknowledged is on disk, so a new worker continues from there.
  const restart = async () => {
    while (!isClosing) {
      try {
        return await start();
      } catch {
        await new Promise((next) => setTimeout(next, RESTART_PAUSE_MS).unref());
      }
    }
  };
  try {
    await start();
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    socketFolder,
    isOwner: true,
    close: async () => {
      isClosing = true;
      await stopWorker(worker);
      lock.release();
    },
  };
}

function startWorker(workerData: { folder: string; socketPath: string; lockFile: string }): Promise<Worker> {
  // Not imported: a bundler that sees `new Worker` would try to bundle what must stay a file.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(join(appRoot(), 'lib', 'db', 'embedded', 'worker.mjs'), { workerData, execArgv: [] });
  return new Promise((resolveReady, reject) => {
    let isReady = false;
    worker.once('message', () => {
      isReady = true;
      resolveReady(worker);
    });
    worker.on('error', (cause) => {
      if (!isReady) reject(new Error(`the embedded database in ${workerData.folder} cannot be opened`, { cause }));
    });
    worker.once('exit', () => {
      if (!isReady) reject(new Error(`the embedded database in ${workerData.folder} stopped while opening`));
    });
  });
}

async function stopWorker(worker: Worker): Promise<void> {
  const exited = new Promise<void>((resolveExit) => {
    worker.once('exit', () => resolveExit());
    if (worker.threadId === -1) resolveExit();
  });
  worker.postMessage('close');
  await exited;
}
