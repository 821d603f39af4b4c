import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const SERVICES = ['actions', 'auth', 'db', 'delivery', 'jobs', 'services'];
const services = [
  `lib/{${SERVICES.join(',')}}/**/*.test.{ts,tsx}`,
  'lib/runtime*.test.ts',
  'app/**/*.test.{ts,tsx}',
  'prisma/**/*.test.ts',
  'cli/**/*.database.test.ts',
];
const unit = ['lib', 'scripts', 'i18n', 'messages', 'components', 'cli', 'sdk'].map(
  (folder) => `${folder}/**/*.test.{ts,tsx,mjs}`,
);
const never = ['**/node_modules/**', 'dist/**', '.next/**'];
const embeddedOnly = '**/*.embedded.test.ts';
const postgresOnly = '**/*.postgres.test.ts';
// Routes are thin: what they call is tested on both databases, they themselves on the server. The demo is embedded.
const routesOnly = ['app/**/!(*.embedded).test.{ts,tsx}'];
const zoneOnly = '**/*.time-zone.test.ts';
/** No module keeps state, so files may share a process: loading everything anew for each took a third of the time. */
const shared = { isolate: false };
const setup = (kind: 'embedded' | 'postgres') => [`lib/db/testing/setup-${kind}.ts`];

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // The packages as they stand here, not as they were built last.
      ...Object.fromEntries(
        ['context', 'next', 'react'].map((name) => [
          `@flagstaff/${name}`,
          fileURLToPath(new URL(`sdk/${name}/src/index.ts`, import.meta.url)),
        ]),
      ),
    },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    env: {
      NEXTAUTH_SECRET: 'dGhlIHNlY3JldCBvZiBhIHRlc3QgcnVuIG9ubHk3OQ',
      FLAGSTAFF_ENCRYPTION_KEYS: 'k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
      FLAGSTAFF_DATA_DIR: join(tmpdir(), 'flagstaff-test-unused'),
    },
    projects: [
      { extends: true, test: { name: 'unit', include: unit, exclude: [...never, ...services] } },
      {
        extends: true,
        test: {
          name: 'services-embedded',
          ...shared,
          include: services,
          exclude: [...never, postgresOnly, zoneOnly, ...routesOnly],
          globalSetup: setup('embedded'),
        },
      },
      {
        extends: true,
        test: {
          name: 'services-postgres',
          ...shared,
          include: services,
          exclude: [...never, embeddedOnly, zoneOnly, 'prisma/**'],
          globalSetup: setup('postgres'),
        },
      },
      {
        extends: true,
        test: {
          name: 'time-zone',
          ...shared,
          include: ['lib/db/**/*.test.ts', zoneOnly],
          exclude: [...never, embeddedOnly, 'lib/db/outage.postgres.test.ts'],
          globalSetup: setup('postgres'),
          env: { TZ: 'Asia/Kolkata' },
        },
      },
      {
        extends: true,
        test: {
          name: 'clients',
          include: ['e2e/**/*.test.ts'],
          exclude: [...never, 'e2e/drills/**'],
          // Each file starts a server of its own, and some a browser.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'drills',
          include: ['e2e/drills/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
