import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

export type PostgresServer = {
  /** The URL of one of its databases, over its Unix socket. */
  url: (database?: string) => string;
  /** Of the postmaster. */
  pid: number;
  /** Signals all its processes: to stop and continue them. */
  signal: (name: NodeJS.Signals) => void;
  stop: () => Promise<void>;
};

type Options = {
  /** Of sessions that do not name one, and of the log. */
  timezone?: string;
  /** Whether commits reach the disk; off by default, for speed. */
  isDurable?: boolean;
};

/** Starts a PostgreSQL of its own in a temporary folder, reached over a Unix socket there. */
export async function startPostgres(options: Options = {}): Promise<PostgresServer> {
  const bin = findPostgres();
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), 'flagstaff-pg-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const initArguments = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initArguments, { ...account, cwd: folder, stdio: 'pipe' });
  const server = spawn(join(bin, 'postgres'), serverArguments(data, folder, options), {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const pid = server.pid ?? 0;
  const guard = endWithThisProcess(pid, folder);
  const log: Buffer[] = [];
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const url = (database = 'postgres') => `postgresql://postgres@localhost/${database}?host=${folder}`;
  await waitUntilReady(url(), server, () => Buffer.concat(log).toString('utf8'));
  return {
    url,
    pid,
    signal: (name) => signalAll([pid, ...childrenOf(pid)], name),
    stop: async () => {
      await end(server, pid);
      guard.stdin?.end('done\n');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverArguments(data: string, folder: string, options: Options): string[] {
  const durability = options.isDurable === true ? 'on' : 'off';
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    max_connections: '200',
    shared_buffers: '64MB',
    fsync: durability,
    synchronous_commit: durability,
    full_page_writes: durability,
    timezone: options.timezone ?? 'UTC',
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** A run that is killed leaves no server behind: its end of the pipe closes with it. */
function endWithThisProcess(pid: number, folder: string): ChildProcess {
  const script = 'read -r word; [ "$word" = done ] || { kill -QUIT "$0"; sleep 1; rm -rf "$1"; }';
  const stdio: StdioOptions = ['pipe', 'ignore', 'ignore'];
  const guard = spawn('sh', ['-c', script, String(pid), folder], { stdio, detached: true });
  guard.unref();
  return guard;
}

/** The folder of initdb and postgres: on the path, or where Debian puts them, newest first. */
export function findPostgres(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as the account its package made, or as nobody. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].map((name) => lines.find((entry) => entry.startsWith(`${name}:`))).find(Boolean);
  const [, , uid, gid] = (line ?? '').split(':');
  if (uid === undefined || gid === undefined) throw new Error('no account but root to run PostgreSQL as');
  return { uid: Number(uid), gid: Number(gid) };
}

async function waitUntilReady(url: string, server: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log()}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((next) => setTimeout(next, 50));
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error(`PostgreSQL did not answer within 30 s:\n${log()}`);
}

function childrenOf(pid: number): number[] {
  const output = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return output.split('\n').map(Number).filter(Boolean);
}

/** A connection's process may have ended since it was listed. */
function signalAll(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
    }
  }
}

async function end(server: ChildProcess, pid: number): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  signalAll([...childrenOf(pid), pid], 'SIGCONT');
  process.kill(pid, 'SIGQUIT');
  await exited;
}
