// Who may import whom. `may` names layers, `x:types` for type imports only; `packages` names what may be imported from
// outside, `!x` what may not (then all else may). A name ends where its path does: `next` covers `next/headers`.

/** @typedef {{ layer: string, where: string[], may: string[], packages: string[] }} Row */

const NO_FRAMEWORK = ['!next', '!next-auth', '!next-intl', '!react', '!react-dom', '!@prisma', '!pg'];
const PURE = ['engine', 'changes', 'stats', 'schemas', 'permissions'];

/** The first row whose `where` begins a file's path is the file's. @type {Row[]} */
export const TABLE = [
  { layer: 'engine', where: ['lib/engine/'], may: [], packages: ['re2js'] },
  { layer: 'changes', where: ['lib/changes/'], may: ['engine:types'], packages: [] },
  { layer: 'permissions', where: ['lib/permissions/'], may: ['engine:types'], packages: [] },
  { layer: 'stats', where: ['lib/stats/'], may: [], packages: ['@stdlib', 'gammainc', 'erfcinv'] },
  { layer: 'schemas', where: ['lib/schemas/'], may: ['engine', 'changes'], packages: ['zod', 'croner'] },
  { layer: 'env', where: ['lib/env', 'lib/own-secrets.ts'], may: [], packages: ['zod', 'node:'] },
  {
    layer: 'db',
    where: ['lib/db/'],
    may: ['env', 'engine', 'changes', 'schemas'],
    packages: ['@prisma', '@electric-sql', 'pg', 'zod', 'node:'],
  },
  {
    layer: 'services',
    where: ['lib/services/'],
    may: [...PURE, 'db', 'delivery'],
    packages: ['!next', '!next-auth', '!next-intl', '!react', '!react-dom', '!pg'],
  },
  { layer: 'delivery', where: ['lib/delivery/'], may: ['engine', 'schemas', 'db', 'env'], packages: NO_FRAMEWORK },
  { layer: 'jobs', where: ['lib/jobs/'], may: ['services'], packages: NO_FRAMEWORK },
  {
    layer: 'http',
    where: ['lib/http/'],
    may: ['services', 'schemas', 'permissions', 'engine:types', 'messages'],
    packages: NO_FRAMEWORK,
  },
  {
    layer: 'auth',
    where: ['lib/auth/'],
    may: ['services', 'schemas', 'db', 'env', 'http', 'permissions', 'runtime'],
    packages: ['!@prisma', '!pg'],
  },
  {
    layer: 'actions',
    where: ['lib/actions/'],
    may: ['http', 'auth', 'env', 'services', 'schemas', 'runtime'],
    packages: ['!@prisma', '!pg', '!@tanstack'],
  },
  {
    layer: 'client',
    where: ['lib/client/'],
    may: ['schemas', 'engine:types', 'changes', 'actions', 'services:types'],
    packages: ['@tanstack', 'react', 'react-hook-form', '@hookform', 'next-intl', 'sonner', 'zod', 'next'],
  },
  {
    layer: 'runtime',
    where: ['lib/runtime'],
    may: [...PURE, 'env', 'db', 'services', 'delivery', 'jobs', 'http', 'auth'],
    packages: ['!next', '!react', '!react-dom'],
  },
  { layer: 'messages', where: ['messages/'], may: [], packages: [] },
  { layer: 'i18n', where: ['i18n/'], may: ['messages'], packages: ['next', 'next-intl', 'use-intl'] },
  { layer: 'ui', where: ['components/ui/'], may: [], packages: ['!@prisma', '!pg', '!node:'] },
  {
    layer: 'components',
    where: ['components/'],
    may: [
      ...['ui', 'client', 'schemas', 'changes', 'permissions', 'i18n', 'messages'],
      ...['actions:types', 'engine:types', 'services:types'],
    ],
    packages: ['!@prisma', '!pg', '!node:'],
  },
  {
    layer: 'edge',
    where: ['app/', 'server.ts', 'proxy.ts', 'instrumentation.ts'],
    may: [
      ...PURE,
      ...['actions', 'auth', 'client', 'components', 'delivery', 'env', 'http', 'i18n', 'jobs', 'messages', 'runtime'],
      ...['seed', 'services', 'ui'],
    ],
    packages: ['!@prisma', '!pg'],
  },
  {
    layer: 'seed',
    where: ['prisma/seed/'],
    may: ['services', 'schemas', 'engine', 'delivery', 'auth', 'runtime'],
    packages: NO_FRAMEWORK,
  },
  // Making an administrator and verifying the audit must work where no server does: they call services themselves.
  {
    layer: 'cli',
    where: ['cli/'],
    may: ['schemas', 'messages', 'env', 'runtime', 'services'],
    packages: ['zod', 'node:'],
  },
  // What applications install: each package stands on the others' published names, never on a path into them.
  { layer: 'sdk-context', where: ['sdk/context/'], may: [], packages: ['bowser'] },
  {
    layer: 'sdk-react',
    where: ['sdk/react/'],
    may: [],
    packages: ['@flagstaff/context', '@openfeature', 'react'],
  },
  { layer: 'sdk-next', where: ['sdk/next/'], may: [], packages: ['@flagstaff/context', 'next'] },
  {
    layer: 'sdk-examples',
    where: ['sdk/examples/'],
    may: [],
    packages: ['@flagstaff', '@openfeature', 'react', 'react-native'],
  },
];

/** The one file that names what a package publishes; the only kind that may do nothing else. */
export const PACKAGE_ENTRY = /^sdk\/[\w-]+\/src\/index\.ts$/;

/** Where Prisma's types, and the client made from them, may be named. */
export const PRISMA_LAYERS = ['db', 'services'];
export const GENERATED = 'lib/db/generated/';

/** The only files that may read `process.env`, and those that may keep state between calls: a zone's table is a fact. */
export const ENVIRONMENT_READERS = ['lib/env.ts'];
export const STATE_HOLDERS = ['lib/env.ts', 'lib/runtime.ts', 'lib/engine/zone.ts'];
