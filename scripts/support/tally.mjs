import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {Tally[]} tallies @returns {Tally} */
export function add(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

/**
 * Counts a runner's report. A skipped test has failed, so has a file that did not load, a runner that failed without a
 * failed test, one that ran nothing, and one that left no report.
 * @param {'vitest' | 'playwright'} kind @param {string} file @param {number} exitCode @returns {Tally}
 */
export function readReport(kind, file, exitCode) {
  const tally = existsSync(file) ? COUNT[kind](JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 };
  const isSilent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return isSilent ? { ...tally, failed: 1 } : tally;
}

const COUNT = { vitest: countVitest, playwright: countPlaywright };

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report @returns {Tally} */
function countVitest(report) {
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const good = assertionResults.filter((result) => result.status === 'passed').length;
    const bad = assertionResults.length - good;
    passed += good;
    failed += bad > 0 ? bad : status === 'passed' ? 0 : 1;
  }
  return { passed, failed };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report @returns {Tally} */
function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
