// npm run drill: the drills of npm test at full size.
import { requireTools } from './support/find-tools.mjs';
import { must, run, runModule } from './support/run.mjs';
import { isBuilt } from './support/sources.mjs';

await must('generating the Prisma client', run(process.execPath, ['scripts/generate.mjs']));
const tools = await requireTools();
if (!isBuilt()) await must('the build', run(process.execPath, ['scripts/build.mjs']));
const env = { ...tools, FLAGSTAFF_DRILL: 'full' };
process.exit(await runModule('vitest/vitest.mjs', ['run', '--project', 'drills'], { env }));
