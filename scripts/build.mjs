// npm run build: the Prisma client, the Next application, and what runs beside it, bundled to dist/*.mjs.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { must, run, runModule } from './support/run.mjs';
import { stampBuild } from './support/sources.mjs';

const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };

await must('generating the Prisma client', run(process.execPath, ['scripts/generate.mjs']));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
await must('the Next build', runModule('next/dist/bin/next', ['build'], { env }));

/** @type {[string, string][]} */
const ENTRIES = [
  ['server.ts', 'server-main'],
  ['cli/main.ts', 'flagstaff'],
];
const entryPoints = Object.fromEntries(
  ENTRIES.filter(([source]) => existsSync(source)).map(([source, out]) => [out, source]),
);
await build({
  entryPoints,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
// React and Next look at these when they are loaded, so they are set before anything else is.
if (existsSync('server.ts')) {
  const first = "process.env.NODE_ENV ||= 'production';\nprocess.env.NEXT_TELEMETRY_DISABLED ||= '1';\n";
  writeFileSync('dist/server.mjs', `${first}await import('./server-main.mjs');\n`);
}
stampBuild();
