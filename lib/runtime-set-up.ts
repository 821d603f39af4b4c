import { randomUUID } from 'node:crypto';
import { prepareInstallation } from '@/lib/auth/prepare-installation';
import type { Database } from '@/lib/db/open';
import { env } from '@/lib/env';
import { createSecrets } from '@/lib/services/secrets';

/** What a first start makes. Does nothing where it is there already, however many instances start at once. */
export async function setUpInstallation(database: Database): Promise<void> {
  const { encryptionKeys, ...wanted } = env();
  const dependencies = {
    db: database.prisma,
    now: await database.now(),
    secrets: createSecrets(encryptionKeys.map(({ id, key }) => ({ id, bytes: key }))),
    // Rulesets are loaded after this.
    committed: async () => {},
    probe: (ms: number) => database.probe(ms),
  };
  await prepareInstallation(dependencies, wanted, randomUUID());
}
