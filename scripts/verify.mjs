// npm run verify: everything that can be said of the sources without a database or a build.
import { must, run, runModule } from './support/run.mjs';

await must('generating the Prisma client', run(process.execPath, ['scripts/generate.mjs']));
await must('the format check (npx biome format --write)', runModule('@biomejs/biome/bin/biome', ['format', '.']));
await must('the lint', runModule('oxlint/bin/oxlint', ['--deny-warnings']));
await must('the import check', run(process.execPath, ['scripts/check-imports.mjs']));
await must('the type check', runModule('typescript/bin/tsc', ['--noEmit', '-p', '.']));
await must('the type check without a browser', runModule('typescript/bin/tsc', ['-p', 'sdk/examples/expo']));
await must('the unit tests', runModule('vitest/vitest.mjs', ['run', '--project', 'unit']));
