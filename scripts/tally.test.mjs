import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { add, readReport } from './support/tally.mjs';

/** @type {string} */
let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flagstaff-tally-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @param {unknown} report */
function write(report) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

/** @param {string} status @param {...string} tests */
const vitestFile = (status, ...tests) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } };

describe('the count of a run', () => {
  test.each([
    ['all passed', [vitestFile('passed', 'passed', 'passed')], 0, { passed: 2, failed: 0 }],
    ['one failed', [vitestFile('failed', 'passed', 'failed')], 1, { passed: 1, failed: 1 }],
    ['one skipped', [vitestFile('passed', 'passed', 'pending')], 0, { passed: 1, failed: 1 }],
    ['one to do', [vitestFile('passed', 'passed', 'todo')], 0, { passed: 1, failed: 1 }],
    ['a file that did not load', [vitestFile('passed', 'passed'), vitestFile('failed')], 1, { passed: 1, failed: 1 }],
    ['nothing ran', [], 0, { passed: 0, failed: 1 }],
    ['an error outside any test', [vitestFile('passed', 'passed')], 1, { passed: 1, failed: 1 }],
  ])('vitest: %s', (_what, testResults, code, tally) => {
    expect(readReport('vitest', write({ testResults }), code)).toEqual(tally);
  });

  test.each([
    ['all passed', playwright, 0, { passed: 3, failed: 0 }],
    ['one failed', { stats: { ...playwright.stats, unexpected: 1 } }, 1, { passed: 3, failed: 1 }],
    ['one skipped', { stats: { ...playwright.stats, skipped: 1 } }, 0, { passed: 3, failed: 1 }],
    ['one only at the second try', { stats: { ...playwright.stats, flaky: 1 } }, 0, { passed: 3, failed: 1 }],
    ['a file that did not load', { ...playwright, errors: [{}] }, 1, { passed: 3, failed: 1 }],
  ])('playwright: %s', (_what, report, code, tally) => {
    expect(readReport('playwright', write(report), code)).toEqual(tally);
  });

  test('is a failure when the runner left no report', () => {
    expect(readReport('vitest', join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('adds up', () => {
    expect(
      add([
        { passed: 1, failed: 0 },
        { passed: 2, failed: 3 },
      ]),
    ).toEqual({ passed: 3, failed: 3 });
  });
});
