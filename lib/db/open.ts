import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { z } from 'zod';
import { answers } from '@/lib/db/embedded/lock';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { SOCKET_NAME } from '@/lib/db/embedded/socket-folder';
import { PrismaClient } from '@/lib/db/generated/client';
import { connectClient, doesAnswer } from '@/lib/db/pg-client';
import { createPool, type Timeouts } from '@/lib/db/pool';

export type OpenOptions = {
  /** PostgreSQL; absent: the embedded database in `dataDir`. */
  url?: string | undefined;
  /** Past a transaction pooler, for LISTEN and migrations; default `url`. */
  directUrl?: string | undefined;
  dataDir: string;
  /** Whether this process will answer for the database: a second one is refused, instead of joining the first. */
  serve: boolean;
  /** Connections at most, default 10. */
  poolSize?: number;
  /** Defaults let a hung PostgreSQL fail a query within 3 s, and a slow one go on. */
  timeouts?: Partial<Timeouts>;
  /** Prisma's defaults for interactive transactions, in milliseconds. */
  transaction?: { maxWait: number; timeout: number };
};

export type Database = {
  prisma: PrismaClient;
  kind: 'embedded' | 'server';
  /** Whether this process may migrate: always on a server, on the embedded database only its lock holder. */
  mayMigrate: boolean;
  /** A PostgreSQL connection of its own, past any pooler; whoever asks for it ends it. */
  connect: () => Promise<pg.Client>;
  /** A pool of exactly one lasting connection, past any pooler, without a limit on queries; whoever asks ends it. */
  dedicatedPool: () => pg.Pool;
  /** The database's clock, to the millisecond. */
  now: () => Promise<Date>;
  /** Whether the database answers a new connection within `ms`. Never rejects. */
  probe: (ms: number) => Promise<boolean>;
  close: () => Promise<void>;
};

const SERVER_TIMEOUTS: Timeouts = { connectMs: 2_000, waitMs: 10_000, silentMs: 1_500, probeMs: 700 };
/** One query runs at a time and all others queue, so that waiting is no sign of trouble. */
const EMBEDDED_TIMEOUTS: Timeouts = { connectMs: 60_000, waitMs: 60_000, silentMs: 0, probeMs: 0 };

export async function openDatabase(options: OpenOptions): Promise<Database> {
  const embedded = options.url === undefined ? await openEmbedded(options) : null;
  const defaults = embedded ? EMBEDDED_TIMEOUTS : SERVER_TIMEOUTS;
  const timeouts = { ...defaults, ...options.timeouts };
  const socket = embedded && { host: embedded.socketFolder, port: 5432, user: 'postgres', database: 'postgres' };
  const config: pg.ClientConfig = socket ?? { connectionString: options.url };
  const directConfig: pg.ClientConfig = socket ?? { connectionString: options.directUrl ?? options.url };
  const pool = createPool({ ...config, application_name: 'flagstaff' }, options.poolSize ?? 10, timeouts);
  const transaction = options.transaction ?? {
    maxWait: timeouts.waitMs,
    timeout: embedded ? 60_000 : 15_000,
  };
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: transaction });
  return {
    prisma,
    kind: embedded ? 'embedded' : 'server',
    mayMigrate: embedded?.isOwner ?? true,
    connect: () => connectClient({ ...directConfig, application_name: 'flagstaff' }, timeouts.connectMs),
    dedicatedPool: () => createPool(directConfig, 1, { ...timeouts, connectMs: 30_000, silentMs: 0 }),
    now: () => readClock(prisma),
    // A busy embedded database greets nobody while it works, but whoever can reach its socket has one that lives.
    probe: (ms) => (embedded ? answers(join(embedded.socketFolder, SOCKET_NAME)) : doesAnswer(directConfig, ms)),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await embedded?.close();
    },
  };
}

const clockRows = z.array(z.object({ now: z.date() }));

async function readClock(prisma: PrismaClient): Promise<Date> {
  const [row] = clockRows.parse(await prisma.$queryRaw`SELECT clock_timestamp() AS now`);
  if (row === undefined) throw new Error('the database told no time');
  return row.now;
}
