// The embedded database: PGlite in a worker thread, so that no query blocks the event loop, behind a Unix socket, so that
// it is used exactly as a PostgreSQL server is. Plain JavaScript: it is started from its file, in every kind of build.
import { chmodSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { startWireServer } from './wire-server.mjs';

const HEARTBEAT_MS = 2_000;
const CHECKPOINT_MS = 120_000;
const VACUUM_MS = 3_600_000;

/** @type {{ folder: string, socketPath: string, lockFile: string }} */
const { folder, socketPath, lockFile } = workerData;
const port = parentPort;
if (port === null) throw new Error('the embedded database runs in a worker thread');

// Made under another name, so that a process killed on the way leaves nothing that looks like a database.
if (!existsSync(folder)) {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const created = await PGlite.create(unfinished);
  await created.close();
  renameSync(unfinished, folder);
}
const db = await PGlite.create(folder);
await db.exec(`SET timezone = 'UTC'`);
const { rows } = await db.query('SHOW server_version');
rmSync(socketPath, { force: true });
const server = await startWireServer({
  db,
  path: socketPath,
  version: String(Object.values(rows[0] ?? {})[0]),
  onFatal: (error) => {
    throw error;
  },
});
chmodSync(socketPath, 0o600);

// Other hosts and containers cannot see this process: the age of the lock file tells them it lives.
const heartbeat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), HEARTBEAT_MS);
// There is no background writer here: without these the log and dead rows would grow for ever.
const checkpoint = setInterval(() => void server.housekeep('CHECKPOINT'), CHECKPOINT_MS);
const vacuum = setInterval(() => void server.housekeep('VACUUM ANALYZE'), VACUUM_MS);

port.on('message', async () => {
  for (const timer of [heartbeat, checkpoint, vacuum]) clearInterval(timer);
  await server.stop();
  await db.close();
  rmSync(socketPath, { force: true });
  port.postMessage('closed');
  port.close();
});
port.postMessage('ready');
