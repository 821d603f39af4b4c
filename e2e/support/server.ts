import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TestServer {
  url: string;
  /** Installation-wide admin token, accepted from the start. */
  adminToken: string;
  dataDir: string;
  pid: number;
  /** What it printed so far. */
  output(): string;
  /** Ends it with a signal and waits for its end; the data folder stays for a restart. */
  end(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  env?: Record<string, string>;
  /** A folder of an earlier server, to start again over its data. */
  dataDir?: string;
}

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not get ready:\n${output()}`);
}

export interface Launched {
  pid: number;
  output(): string;
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built server with exactly these variables, and waits until it is healthy at `url`. */
export async function launchServer(url: string, env: Record<string, string>): Promise<Launched> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['dist/server.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
  });
  const chunks: string[] = [];
  child.stdout.on('data', (data: Buffer) => chunks.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => chunks.push(data.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const output = (): string => chunks.join('');
  try {
    await untilHealthy(url, child, output);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return { pid: child.pid ?? 0, output, end };
}

/** Starts the built server on a free port, with an embedded database in a folder of its own. */
export async function startServer({ env = {}, dataDir }: ServerOptions = {}): Promise<TestServer> {
  const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'flagstaff-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const adminToken = 'fsa_end-to-end-installation-token-0001';
  const launched = await launchServer(url, {
    PORT: String(port),
    HOST: '127.0.0.1',
    FLAGSTAFF_DATA_DIR: folder,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: 'end-to-end-tests-sign-sessions-with-this-0123456789',
    FLAGSTAFF_ENCRYPTION_KEYS: 'k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
    FLAGSTAFF_ADMIN_TOKEN: adminToken,
    ...env,
  });
  return {
    ...launched,
    url,
    adminToken,
    dataDir: folder,
    async stop() {
      await launched.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
