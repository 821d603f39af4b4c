// npm run demo: builds if the sources changed since the last build, then serves with sample data in a folder of its own.
import { must, run } from './support/run.mjs';
import { isBuilt } from './support/sources.mjs';

if (!isBuilt()) await must('the build', run(process.execPath, ['scripts/build.mjs']));
process.env.NODE_ENV = 'production';
process.env.FLAGSTAFF_DEMO = '1';
process.env.FLAGSTAFF_DATA_DIR ??= './demo-data';
await import('../dist/server.mjs');
