import { z } from 'zod';
import messages from '@/messages/en/errors.json';
import { auditCommand } from './commands/audit';
import { declareCommand } from './commands/declare';
import { evaluateCommand } from './commands/evaluate';
import { explainCommand } from './commands/explain';
import { makeAdminCommand } from './commands/make-admin';
import { membershipsCommand } from './commands/memberships';
import { HELP } from './help';
import type { ExitCode, Io } from './io';

const COMMANDS: Readonly<Record<string, (argv: string[], io: Io) => Promise<ExitCode>>> = {
  'make-admin': makeAdminCommand,
  eval: evaluateCommand,
  explain: explainCommand,
  audit: auditCommand,
  declare: declareCommand,
  memberships: membershipsCommand,
};

const refusal = z.object({
  name: z.literal('ServiceError'),
  code: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
const SENTENCES = new Map(Object.entries(messages));

/** Why it did not work, in words; errors of bundles are told apart by name and code. */
function wordsOf(thrown: unknown): string {
  const known = refusal.safeParse(thrown);
  if (!known.success) return thrown instanceof Error ? thrown.message : String(thrown);
  const { code, issues = [] } = known.data;
  const details = issues.map(({ path, message }) => `\n  ${path === '' ? '' : `${path}: `}${message}`).join('');
  return `${SENTENCES.get(code) ?? code}${details}`;
}

const isWrongCall = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (thrown.name === 'UsageError' || ('code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS')));

const answerOf = (thrown: unknown): unknown =>
  thrown instanceof Error && thrown.name === 'Failure' && 'answer' in thrown && thrown.answer !== null
    ? thrown.answer
    : { error: { message: wordsOf(thrown) } };

/** Runs one command; never throws. */
export async function run(argv: string[], io: Io): Promise<ExitCode> {
  const [name = '', ...rest] = argv;
  if (name === '' || name === 'help' || argv.includes('--help') || argv.includes('-h')) {
    io.out(HELP);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.err(`flagstaff: there is no command with this name\n\n${HELP}`);
    return 2;
  }
  try {
    return await command(rest, io);
  } catch (thrown) {
    if (isWrongCall(thrown)) {
      io.err(`flagstaff ${name}: ${wordsOf(thrown)}\nSee flagstaff --help.`);
      return 2;
    }
    if (argv.includes('--json')) io.out(JSON.stringify(answerOf(thrown)));
    io.err(`flagstaff ${name}: ${wordsOf(thrown)}`);
    return 1;
  }
}
