import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. */
const SOURCES = [
  'app',
  'cli',
  'components',
  'i18n',
  'instrumentation.ts',
  'lib',
  'messages',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma',
  'proxy.ts',
  'public',
  'scripts/build.mjs',
  'server.ts',
  'tailwind.config.ts',
  'tsconfig.json',
];
const STAMP = join('dist', 'build-stamp');

/** @param {string} path @returns {string[]} every file below it, in order */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => !['dist', 'generated', 'node_modules'].includes(name))
    .flatMap((name) => filesBelow(join(path, name)));
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export function stampBuild() {
  writeFileSync(STAMP, sourcesHash());
}

/** Whether `dist` was made of the files as they are now. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesHash();
}
