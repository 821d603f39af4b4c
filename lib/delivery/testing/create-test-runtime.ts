import { randomUUID } from 'node:crypto';
import { jobIdentity, mintProject } from '@/lib/auth/mint';
import type { Database } from '@/lib/db/open';
import { type Env, parseEnv } from '@/lib/env';
import { createRuntime } from '@/lib/runtime';
import type { Runtime } from '@/lib/runtime-shape';
import { prepareInstallation } from '@/lib/auth/prepare-installation';
import type { ServiceContext } from '@/lib/services/context';

export const TEST_SERVER_KEY = 'fss_the_server_key_of_a_test';
export const TEST_CLIENT_KEY = 'fsc_the_client_key_of_a_test';

const VARIABLES = {
  NODE_ENV: 'test',
  NEXTAUTH_SECRET: 'dGhlIHNlY3JldCBvZiBhIHRlc3QgcnVuIG9ubHk3OQ',
  FLAGSTAFF_ENCRYPTION_KEYS: 'k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
  FLAGSTAFF_SERVER_KEYS: `default:production:${TEST_SERVER_KEY}`,
  FLAGSTAFF_CLIENT_KEYS: `default:production:${TEST_CLIENT_KEY}`,
  FLAGSTAFF_LOG_LEVEL: 'silent',
  FLAGSTAFF_POLL_MS: '200',
};

export const testEnv = (variables: Record<string, string> = {}): Env => parseEnv({ ...VARIABLES, ...variables });

/** An instance of its own over a migrated database, set up as at a first start; several may share one database. */
export async function createTestRuntime(database: Database, variables: Record<string, string> = {}): Promise<Runtime> {
  const env = testEnv(variables);
  const own = createRuntime({ env, setUp: async () => {}, database });
  const dependencies = {
    db: database.prisma,
    secrets: own.secrets,
    now: own.now(),
    committed: async () => {},
    probe: own.probe,
  };
  await prepareInstallation(dependencies, env, randomUUID());
  return own;
}

/** An administrator's context in the project `default`, whose writes this instance sees at once. */
export async function contextOf(own: Runtime): Promise<ServiceContext> {
  const { prisma: db } = await own.database();
  const { secrets, committed, probe } = own;
  const identity = jobIdentity('test', 'api');
  return mintProject({ db, secrets, committed, probe, now: own.now() }, identity, 'default', randomUUID());
}
