import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absentProofs, readGuarantees, unprovenRows } from './support/guarantees.mjs';
import { readResults } from './support/read-results.mjs';

const TABLE = `# Guarantees
| Guarantee | Proof |
|---|---|
| It works. | \`a.test.ts\` › adds up<br>\`b.test.ts\` › refuses %s over \${ROUNDS} rounds |
| It is quick. | \`b.test.ts\` › is quick (100 ms) |

- a list is no row`;
const GUARANTEES = readGuarantees(TABLE);
/** @type {Record<string, string>} */
const SOURCES = {
  'a.test.ts': `describe('sums', () => { it('adds up', () => {}); });`,
  'b.test.ts': "it.each([\n])(`refuses %s over ${ROUNDS} rounds`, () => {});\ntest('is quick (100 ms)', () => {});",
};
/** @param {string} file */
const sourceOf = (file) => SOURCES[file] ?? null;

describe('the table of guarantees', () => {
  test('is read row by row, with every test of a row', () => {
    expect(GUARANTEES.map(({ sentence, proofs }) => [sentence, proofs.length])).toEqual([
      ['It works.', 2],
      ['It is quick.', 1],
    ]);
  });

  test('is in order when each test is in the file it names', () => {
    expect(absentProofs(GUARANTEES, sourceOf)).toEqual([]);
  });

  test.each([
    ['a file that is gone', { 'a.test.ts': undefined }, 'adds up'],
    ['a test that was renamed', { 'a.test.ts': "it('adds up twice', () => {});" }, 'adds up'],
    ['a title that only a group has', { 'a.test.ts': "describe('adds up', () => {});" }, 'adds up'],
    [
      'a title that is only spoken of',
      { 'b.test.ts': "// is quick (100 ms)\nconst x = 'is quick (100 ms)';" },
      'quick',
    ],
  ])('fails on %s', (_what, changed, title) => {
    const problems = absentProofs(GUARANTEES, (file) => ({ ...SOURCES, ...changed })[file] ?? null);
    expect(problems.filter((problem) => problem.includes(title))).not.toEqual([]);
  });

  test('fails on a row that names no test', () => {
    expect(absentProofs(readGuarantees('| It is so. | surely |'), sourceOf)).toHaveLength(1);
  });
});

describe('a run', () => {
  const passed = [
    { file: 'a.test.ts', title: 'adds up', passed: true },
    { file: 'b.test.ts', title: 'refuses nonsense over 20 rounds', passed: true },
    { file: 'b.test.ts', title: 'refuses more over 20 rounds', passed: true },
    { file: 'b.test.ts', title: 'is quick (100 ms)', passed: true },
  ];

  test('proves what passed', () => {
    expect(unprovenRows(GUARANTEES, passed)).toEqual([]);
  });

  test('does not prove what did not run', () => {
    expect(unprovenRows(GUARANTEES, passed.slice(1))).toEqual(['It works.: did not run a.test.ts › adds up']);
  });

  test('does not prove what passed only in part', () => {
    const results = passed.map((result, index) => ({ ...result, passed: index !== 2 }));
    expect(unprovenRows(GUARANTEES, results)).toEqual([
      'It works.: failed b.test.ts › refuses %s over ${ROUNDS} rounds',
    ]);
  });

  test('does not prove a row by a test of that name in another file', () => {
    const results = passed.map((result) => ({ ...result, file: result.file.replace('a.', 'other.') }));
    expect(unprovenRows(GUARANTEES, results)).toHaveLength(1);
  });
});

describe('the reports of the runners', () => {
  /** @type {string} */
  let folder;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'flagstaff-guarantees-'));
    const vitest = { name: resolve('lib/a.test.ts'), assertionResults: [{ title: 'one', status: 'passed' }] };
    const skipped = { name: resolve('lib/b.test.ts'), assertionResults: [{ title: 'two', status: 'pending' }] };
    const inner = { file: 'c.spec.ts', specs: [{ title: 'four', ok: false }] };
    const playwright = {
      config: { rootDir: resolve('e2e') },
      suites: [{ file: 'c.spec.ts', specs: [{ title: 'three', ok: true }], suites: [inner] }],
    };
    writeFileSync(join(folder, 'vitest-unit.json'), JSON.stringify({ testResults: [vitest, skipped] }));
    writeFileSync(join(folder, 'playwright.json'), JSON.stringify(playwright));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are read with files as the table names them', () => {
    expect(readResults(folder).sort((one, other) => (one.file < other.file ? -1 : 1))).toEqual([
      { file: 'e2e/c.spec.ts', title: 'three', passed: true },
      { file: 'e2e/c.spec.ts', title: 'four', passed: false },
      { file: 'lib/a.test.ts', title: 'one', passed: true },
      { file: 'lib/b.test.ts', title: 'two', passed: false },
    ]);
  });

  test('that prove nothing of the product make the check fail', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/check-guarantees.mjs', folder]);
    expect(status).toBe(1);
    expect(String(stderr)).toContain('did not run');
  });
});

test('every guarantee of the product has a test', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/check-guarantees.mjs']);
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
});
