// Every guarantee of docs/guarantees.md has a test; with a folder of runners' reports: and that test passed in this run.
import { existsSync, readFileSync } from 'node:fs';
import { absentProofs, readGuarantees, unprovenRows } from './support/guarantees.mjs';
import { readResults } from './support/read-results.mjs';

const guarantees = readGuarantees(readFileSync('docs/guarantees.md', 'utf8'));
const folder = process.argv[2];
const problems = [
  ...(guarantees.length === 0 ? ['docs/guarantees.md holds no guarantee'] : []),
  ...absentProofs(guarantees, (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)),
  ...(folder === undefined ? [] : unprovenRows(guarantees, readResults(folder))),
];
for (const problem of problems) console.error(problem);
const tests = new Set(guarantees.flatMap(({ proofs }) => proofs.map(({ file, title }) => `${file} › ${title}`)));
console.log(`${guarantees.length} guarantees, ${tests.size} tests, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
