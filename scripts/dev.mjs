// npm run dev: the same server as npm start, from the sources.
import { must, run, runModule } from './support/run.mjs';

await must('generating the Prisma client', run(process.execPath, ['scripts/generate.mjs']));
process.exit(
  await runModule('tsx/dist/cli.mjs', ['server.ts'], {
    env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  }),
);
