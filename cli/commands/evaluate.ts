import { parseArgs } from 'node:util';
import { call, contextOf } from '../call';
import type { ExitCode, Io } from '../io';
import { needed } from '../usage-error';

export async function evaluateCommand(argv: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      context: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const flag = needed(positionals[0], 'the key of a flag');
  const context = contextOf(values.context);
  const answer = await call(io, { url: values.url, key: values.key }, `/api/flags/${encodeURIComponent(flag)}`, {
    context,
  });
  const hasValue = typeof answer === 'object' && answer !== null && 'value' in answer;
  // Without a value the application's own default counts, which only it knows.
  const value = hasValue ? JSON.stringify(answer.value) : "(the caller's own default)";
  io.out(values.json ? JSON.stringify(answer) : value);
  return 0;
}
