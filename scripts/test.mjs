// npm test: everything, from what is fast to what is slow. Stops after the first tier that is red; at the end every
// guarantee must have been proven. The last line is the sum over all runners; a skipped test counts as failed, so that
// line always ends in "0 skipped".
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTools } from './support/find-tools.mjs';
import { must, run, runModule } from './support/run.mjs';
import { isBuilt } from './support/sources.mjs';
import { add, readReport } from './support/tally.mjs';

/** @typedef {import('./support/tally.mjs').Tally} Tally */

const reports = mkdtempSync(join(tmpdir(), 'flagstaff-reports-'));
/** @type {NodeJS.ProcessEnv} */
const env = { NEXT_TELEMETRY_DISABLED: '1' };

/** @param {string[]} projects */
async function vitest(...projects) {
  const file = join(reports, `vitest-${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const chosen = projects.flatMap((project) => ['--project', project]);
  return readReport('vitest', file, await runModule('vitest/vitest.mjs', ['run', ...chosen, ...reporters], { env }));
}

async function playwright() {
  const file = join(reports, 'playwright.json');
  const code = await runModule('@playwright/test/cli.js', ['test', '--forbid-only', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return readReport('playwright', file, code);
}

async function build() {
  // The build's own checks are part of the tier; a build of exactly these sources need not be repeated.
  const code = isBuilt() ? 0 : await run(process.execPath, ['scripts/build.mjs'], { env });
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

/** @param {string} folder @param {RegExp} name */
function has(folder, name) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => name.test(String(file)));
}

/** @type {{ name: string, parts: (() => Promise<Tally>)[] }[]} */
const TIERS = [
  { name: 'unit, property and conformance', parts: [() => vitest('unit')] },
  {
    name: 'services on both databases, and in another time zone',
    parts: [() => vitest('services-embedded', 'services-postgres', 'time-zone')],
  },
  {
    name: 'the built application: real clients and browsers',
    parts: [
      build,
      ...(has('e2e', /\.test\.ts$/) ? [() => vitest('clients')] : []),
      ...(has('e2e', /\.spec\.ts$/) ? [playwright] : []),
    ],
  },
  { name: 'drills: outages and sudden death', parts: [() => vitest('drills')] },
];

/** @param {(typeof TIERS)[number]} tier @param {number} number @returns {Promise<Tally>} */
async function runTier(tier, number) {
  const start = performance.now();
  console.log(`\n== ${number}. ${tier.name}`);
  /** @type {Tally[]} */
  const tallies = [];
  for (const part of tier.parts) {
    tallies.push(await part());
    if (tallies.some((tally) => tally.failed > 0)) break;
  }
  const sum = add(tallies);
  if (sum.passed === 0 && sum.failed === 0) sum.failed = 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${number}. ${tier.name}: ${seconds} s, ${sum.passed} passed, ${sum.failed} failed`);
  return sum;
}

/** @returns {Promise<Tally>} */
async function runAll() {
  await must('generating the Prisma client', run(process.execPath, ['scripts/generate.mjs']));
  Object.assign(env, await requireTools());
  /** @type {Tally[]} */
  const tallies = [];
  for (const [index, tier] of TIERS.entries()) {
    tallies.push(await runTier(tier, index + 1));
    if (add(tallies).failed > 0) return add(tallies);
  }
  const unproven = await run(process.execPath, ['scripts/check-guarantees.mjs', reports]);
  return add([...tallies, { passed: 0, failed: unproven === 0 ? 0 : 1 }]);
}

const sum = await runAll().catch((error) => {
  console.error(error);
  return { passed: 0, failed: 1 };
});
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed, 0 skipped`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
