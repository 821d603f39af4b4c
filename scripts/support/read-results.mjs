import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** @typedef {import('./guarantees.mjs').Result} Result */
/** @typedef {{ testResults: { name: string, assertionResults: { title: string, status: string }[] }[] }} VitestReport */
/** @typedef {{ file: string, specs?: { title: string, ok: boolean }[], suites?: Suite[] }} Suite */
/** @typedef {{ config: { rootDir: string }, suites: Suite[] }} PlaywrightReport */

/** @param {VitestReport} report @returns {Result[]} */
const ofVitest = ({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({
      file: relative(process.cwd(), name),
      title,
      passed: status === 'passed',
    })),
  );

/** @param {PlaywrightReport} report @returns {Result[]} */
function ofPlaywright({ config, suites }) {
  /** @param {Suite} suite @returns {Result[]} */
  const ofSuite = ({ file, specs = [], suites: inner = [] }) => [
    ...specs.map(({ title, ok }) => ({
      file: relative(process.cwd(), resolve(config.rootDir, file)),
      title,
      passed: ok,
    })),
    ...inner.flatMap(ofSuite),
  ];
  return suites.flatMap(ofSuite);
}

/** Every test of the runners' reports in a folder, files relative to the project. @param {string} folder @returns {Result[]} */
export function readResults(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return 'testResults' in report ? ofVitest(report) : ofPlaywright(report);
    });
}
