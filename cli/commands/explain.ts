import { parseArgs } from 'node:util';
import { call, contextOf } from '../call';
import type { ExitCode, Io } from '../io';
import { needed } from '../usage-error';

const part = encodeURIComponent;

interface Place {
  project: string | undefined;
  environment: string | undefined;
}

/** A server key explains its own environment; an admin key names one. */
function ask(flag: string, { project, environment }: Place): string {
  if (project === undefined && environment === undefined) return `/api/flags/${part(flag)}?explain=1`;
  const inProject = `/api/admin/projects/${part(needed(project, '--project'))}`;
  return `${inProject}/flags/${part(flag)}/environments/${part(needed(environment, '--environment'))}/explain`;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** One line a step: what it is, its verdict, and what else it tells. */
function lineOf(step: unknown): string {
  const {
    step: name,
    verdict,
    ...rest
  } = { step: field(step, 'step'), verdict: field(step, 'verdict'), ...Object(step) };
  const more = Object.keys(rest).length > 0 ? `  ${JSON.stringify(rest)}` : '';
  return `  ${String(name ?? '?').padEnd(14)} ${typeof verdict === 'string' ? verdict : JSON.stringify(verdict ?? '')}${more}`;
}

export async function explainCommand(argv: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      context: { type: 'string' },
      project: { type: 'string' },
      environment: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const flag = needed(positionals[0], 'the key of a flag');
  const { url, key, project, environment } = values;
  const context = contextOf(values.context);
  const answer = await call(io, { url, key }, ask(flag, { project, environment }), { context });
  if (values.json) {
    io.out(JSON.stringify(answer));
    return 0;
  }
  const cause = field(answer, 'cause');
  io.out(
    `${flag}: ${JSON.stringify(field(answer, 'value') ?? null)}  ${String(field(answer, 'reason'))}${cause ? ` (${String(cause)})` : ''}`,
  );
  const trace = field(answer, 'trace');
  for (const step of Array.isArray(trace) ? trace : []) io.out(lineOf(step));
  return 0;
}
