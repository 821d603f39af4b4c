import { randomUUID } from 'node:crypto';
import { jobIdentity, mintInstallation } from '@/lib/auth/mint';
import { migrate } from '@/lib/db/migrate';
import { openDatabase } from '@/lib/db/open';
import { type Env, env as readEnv } from '@/lib/env';
import { headMac, isGenuine } from '@/lib/services/audit/chain';
import type { InstallationScope, ServiceContext } from '@/lib/services/context';
import { ensureInstallation } from '@/lib/services/projects/ensure-installation';
import { createSecrets } from '@/lib/services/secrets';

type Installed = ServiceContext<InstallationScope>;

/** The keys configured here are not those that the database's audit is kept with. `code` is `foreign_keys`. */
export class ForeignKeysError extends Error {
  readonly code = 'foreign_keys';
  constructor() {
    super(
      'The audit of this database was not made with the encryption keys configured here. Set ' +
        'FLAGSTAFF_ENCRYPTION_KEYS, and FLAGSTAFF_DATA_DIR where there is no DATABASE_URL, as the server has them.',
    );
    this.name = 'ForeignKeysError';
  }
}

/** What another server's keys wrote would look like tampering to it, so nothing is written with other ones. */
async function requireOwnKeys({ db, secrets }: Installed): Promise<void> {
  const head = await db.auditHead.findFirst({ where: { seq: { gt: 0 } }, orderBy: { chain: 'asc' } });
  if (!head) return;
  const isOwn = isGenuine(head.mac, (keyId) => headMac(secrets, head.chain, head.seq, head.hash, keyId));
  if (!isOwn) throw new ForeignKeysError();
}

/**
 * Works on the installation from the machine it runs on: on PostgreSQL, or over the running server's socket, or, where
 * no server runs, on the folder itself under its lock.
 */
export async function withInstallation<T>(
  work: (ctx: Installed) => Promise<T>,
  env: Env = readEnv(),
  requestId: string = randomUUID(),
): Promise<T> {
  const { databaseUrl: url, databaseDirectUrl: directUrl, dataDir } = env;
  const database = await openDatabase({ url, directUrl, dataDir, serve: false, poolSize: 2 });
  try {
    await migrate(database);
    const own = {
      db: database.prisma,
      now: await database.now(),
      secrets: createSecrets(env.encryptionKeys.map(({ id, key }) => ({ id, bytes: key }))),
      // A running server finds out by its own poll.
      committed: async () => {},
      probe: (ms: number) => database.probe(ms),
      site: env.publicUrl,
    };
    const ctx = mintInstallation(own, jobIdentity('operator', 'cli'), requestId);
    await requireOwnKeys(ctx);
    await ensureInstallation(ctx);
    return await work(ctx);
  } finally {
    await database.close();
  }
}
