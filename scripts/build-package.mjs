// node scripts/build-package.mjs sdk/<name>: what a package of sdk/ publishes, in its dist folder, after the packages it
// is made of. Also run by `npm run build -w @flagstaff/<name>`, from anywhere.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { must, runModule } from './support/run.mjs';

process.chdir(resolve(import.meta.dirname, '..'));

/** @param {string} folder */
async function buildPackage(folder) {
  /** @type {{ dependencies?: Record<string, string> }} */
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = Object.keys(dependencies).filter((name) => name.startsWith('@flagstaff/'));
  for (const name of own) await buildPackage(name.replace('@flagstaff/', 'sdk/'));

  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const sources = readdirSync(join(folder, 'src')).filter((file) => !file.includes('.test.'));
  // File by file: each keeps its own 'use client', and what an application does not use is left out of it.
  await build({
    entryPoints: sources.map((file) => join(folder, 'src', file)),
    outdir: dist,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'warning',
  });
  await must(`the declarations of ${folder}`, runModule('typescript/bin/tsc', ['-p', folder]));
  // Node and TypeScript's own resolution for it want whole file names in what is published.
  for (const file of readdirSync(dist)) {
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replace(/(\bfrom\s*["'])(\.\/[\w-]+)(["'])/g, '$1$2.js$3'));
  }
  copyFileSync('LICENSE', join(dist, 'LICENSE'));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which package? sdk/<name>');
await buildPackage(folder);
