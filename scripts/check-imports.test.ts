import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

const script = resolve('scripts/check-imports.mjs');
const table = z.object({ TABLE: z.array(z.object({ layer: z.string() })) });
const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** Runs the check on a tree of these files; answers its exit code and the violations it prints. */
function check(files: Record<string, string>) {
  const tree = mkdtempSync(join(tmpdir(), 'flagstaff-imports-'));
  trees.push(tree);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(tree, dirname(path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  const { status, stdout } = spawnSync(process.execPath, [script, tree], { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n').slice(0, -1) };
}

/** One violation for each row: the file, what it says, and the words that name the offence. */
const PLANTED: Record<string, [path: string, source: string, offence: string]> = {
  engine: ['lib/engine/a.ts', `import { z } from 'zod';`, 'engine may not import zod'],
  changes: ['lib/changes/a.ts', `import { x } from '../engine/x';`, 'changes may not import lib/engine/x.ts'],
  permissions: ['lib/permissions/a.ts', `import { x } from '@/lib/db/x';`, 'permissions may not import lib/db/x.ts'],
  stats: ['lib/stats/a.ts', `import { x } from '@/lib/engine/x';`, 'stats may not import lib/engine/x.ts'],
  schemas: [
    'lib/schemas/a.ts',
    `import type { X } from '@/lib/services/x';`,
    'schemas may not import lib/services/x.ts',
  ],
  env: ['lib/env.ts', `import { x } from '@/lib/db/x';`, 'env may not import lib/db/x.ts'],
  db: ['lib/db/a.ts', `import { x } from '@/lib/services/x';`, 'db may not import lib/services/x.ts'],
  services: ['lib/services/a.ts', `import { cookies } from 'next/headers';`, 'services may not import next/headers'],
  delivery: [
    'lib/delivery/a.ts',
    `export { x } from '@/lib/services/x';\nexport const y = 1;`,
    'delivery may not import',
  ],
  jobs: ['lib/jobs/a.ts', `import { x } from '@/lib/db/x';`, 'jobs may not import lib/db/x.ts'],
  http: ['lib/http/a.ts', `import { NextResponse } from 'next/server';`, 'http may not import next/server'],
  auth: ['lib/auth/a.ts', `import { x } from '@/components/x';`, 'auth may not import components/x.ts'],
  actions: ['lib/actions/a.ts', `import { x } from '@/lib/db/x';`, 'actions may not import lib/db/x.ts'],
  client: ['lib/client/a.ts', `import { x } from '@/lib/services/x';`, 'client may not import lib/services/x.ts'],
  runtime: ['lib/runtime.ts', `import { x } from '@/components/x';`, 'runtime may not import components/x.ts'],
  messages: ['messages/a.ts', `import { x } from '@/lib/db/x';`, 'messages may not import lib/db/x.ts'],
  i18n: ['i18n/a.ts', `const x = await import('@/lib/db/x');`, 'i18n may not import lib/db/x.ts'],
  ui: ['components/ui/a.tsx', `import { x } from '@/lib/schemas/x';`, 'ui may not import lib/schemas/x.ts'],
  components: [
    'components/a.tsx',
    `import { x } from '@/lib/actions/x';`,
    'components may not import lib/actions/x.ts',
  ],
  edge: ['app/page.tsx', `import { x } from '@/lib/db/x';`, 'edge may not import lib/db/x.ts'],
  seed: ['prisma/seed/a.ts', `import { x } from '@/lib/db/x';`, 'seed may not import lib/db/x.ts'],
  cli: ['cli/a.ts', `import { type Y, x } from '../lib/db/x';`, 'cli may not import lib/db/x.ts'],
  'sdk-context': ['sdk/context/src/a.ts', `import { x } from 'node:crypto';`, 'sdk-context may not import node:crypto'],
  'sdk-react': [
    'sdk/react/src/a.tsx',
    `import { x } from '../../../lib/engine/x';`,
    'sdk-react may not import lib/engine/x.ts',
  ],
  'sdk-next': ['sdk/next/src/a.ts', `import { x } from 'react-dom';`, 'sdk-next may not import react-dom'],
  'sdk-examples': [
    'sdk/examples/expo/src/a.tsx',
    `import { x } from '../../../context/src/x';`,
    'sdk-examples may not import sdk/context/src/x.ts',
  ],
};

/** Something in every place that is imported, with nothing wrong about it. */
const TARGETS = Object.fromEntries(
  ['lib/engine', 'lib/db', 'lib/services', 'lib/schemas', 'lib/actions', 'components', 'sdk/context/src'].map(
    (folder) => [`${folder}/x.ts`, 'export const x = 1;\nexport type X = number;\n'],
  ),
);

describe('the import table', () => {
  test('has a planted violation for every row', async () => {
    const { TABLE } = table.parse(await import('./support/import-table.mjs' as string));
    expect(Object.keys(PLANTED).sort()).toEqual(TABLE.map((row) => row.layer).sort());
  });

  test.each(Object.entries(PLANTED))('finds what %s may not import', (_layer, [path, source, offence]) => {
    const { status, lines } = check({ ...TARGETS, [path]: source });
    expect(lines).toEqual([expect.stringContaining(offence)]);
    expect(lines[0]).toContain(path);
    expect(status).toBe(1);
  });

  test.each([
    ['a barrel', 'lib/services/index.ts', `export { x } from './x';`, 'is a barrel'],
    ['a star export', 'lib/db/a.ts', `export * from './x';\nexport const y = 1;`, 'is a barrel'],
    [
      'Prisma outside',
      'lib/delivery/a.ts',
      `import type { P } from '@/lib/db/generated/client';`,
      `Prisma's types stay`,
    ],
    ['an environment variable', 'lib/db/a.ts', `export const url = process.env.DATABASE_URL;`, 'reads process.env'],
    ['a variable at module level', 'lib/db/a.ts', `let count = 0;`, 'keeps state at module level'],
    ['a map at module level', 'lib/auth/a.ts', `const cache = new Map<string, X>();`, 'keeps state at module level'],
    ['a file of no layer', 'lib/misc.ts', `export const x = 1;`, 'belongs to no layer'],
  ])('finds %s', (_what, path, source, offence) => {
    const { status, lines } = check({ ...TARGETS, [path]: source });
    expect(lines).toEqual([expect.stringContaining(offence)]);
    expect(status).toBe(1);
  });

  test('finds a cycle, through aliases and types too', () => {
    const { status, lines } = check({
      'lib/db/a.ts': `import { b } from '@/lib/db/b';`,
      'lib/db/b.ts': `import type { C } from './c';`,
      'lib/db/c.ts': `import { a } from './a';`,
    });
    expect(lines).toEqual(['lib/db/a.ts -> lib/db/b.ts -> lib/db/c.ts -> lib/db/a.ts: is a cycle']);
    expect(status).toBe(1);
  });

  test('lets through what the table allows', () => {
    const { status, lines } = check({
      ...TARGETS,
      'lib/changes/a.ts': `import type { X } from '../engine/x';`,
      'lib/services/a.ts': `import { x } from '@/lib/db/x';\n// import { y } from 'next/server';`,
      'lib/schemas/a.ts': 'const shown = `\nimport { x } from "@/lib/db/x";\nlet state = 1;`;',
      'lib/client/a.ts': `import { x } from '@/lib/actions/x';\nimport { useQuery } from '@tanstack/react-query';`,
      'components/a.tsx': `import { type X } from '@/lib/services/x';\nconst none: ReadonlySet<string> = new Set();`,
      'lib/env.ts': `let cached: unknown;\nexport const env = () => (cached ??= process.env);`,
      'app/a.test.ts': `import { x } from '@/lib/db/x';`,
      'sdk/context/src/index.ts': `export { x } from './x';`,
      'sdk/next/src/a.ts': `import { x } from '@flagstaff/context';\nimport { notFound } from 'next/navigation';`,
      'sdk/react/dist/index.js.ts': `export { x } from 'node:fs';`,
    });
    expect(lines).toEqual([]);
    expect(status).toBe(0);
  });
});
