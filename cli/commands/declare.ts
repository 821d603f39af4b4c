import { parseArgs } from 'node:util';
import { z } from 'zod';
import { call } from '../call';
import { Failure } from '../failure';
import type { ExitCode, Io } from '../io';
import { needed, UsageError } from '../usage-error';

/** Loose: what a flag may be is the server's to say, with the place of what is wrong. */
const manifest = z.union([
  z.array(z.unknown()).transform((flags) => ({ flags })),
  z.object({
    environment: z.string().optional(),
    source: z.string().optional(),
    version: z.string().optional(),
    flags: z.array(z.unknown()),
  }),
]);

const report = z.object({
  created: z.array(z.string()),
  changed: z.array(z.string()),
  unchanged: z.number(),
  withdrawn: z.array(z.string()),
  conflicts: z.array(
    z.object({
      flag: z.string(),
      value: z.unknown(),
      sources: z.array(z.object({ source: z.string(), version: z.string(), value: z.unknown() })),
    }),
  ),
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function readManifest(io: Io, file: string) {
  const text = await io.readFile(file).catch(() => {
    throw new Failure(`${file} cannot be read`);
  });
  const parsed = manifest.safeParse(jsonOf(text));
  if (!parsed.success) throw new UsageError(`${file} must be a JSON list of flags, or an object with "flags"`);
  return { environment: undefined, source: undefined, version: undefined, ...parsed.data };
}

function print(io: Io, { created, changed, unchanged, withdrawn, conflicts }: z.output<typeof report>): void {
  const lists = { created, changed, 'no longer declared': withdrawn };
  for (const [what, keys] of Object.entries(lists)) {
    if (keys.length > 0) io.out(`${what}: ${keys.join(', ')}`);
  }
  io.out(`unchanged: ${unchanged}`);
  for (const { flag, value, sources } of conflicts) {
    const others = sources.map((each) => `${each.source} ${each.version} says ${JSON.stringify(each.value)}`);
    io.out(`${flag}: ${JSON.stringify(value)} stays in force, though ${others.join(', ')}`);
  }
}

/** What is answered where the environment wants approvals. */
const waiting = z.object({ changeRequest: z.object({ number: z.int() }) });

/** Posts the flags of a file to the registry of a project. */
export async function declareCommand(argv: string[], io: Io): Promise<ExitCode> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      file: text,
      project: text,
      environment: text,
      source: text,
      version: text,
      url: text,
      key: text,
      json: { type: 'boolean', default: false },
    },
  });
  const project = needed(values.project, '--project');
  const said = await readManifest(io, needed(values.file, '--file'));
  const body = {
    environment: needed(values.environment ?? said.environment, '--environment'),
    source: needed(values.source ?? said.source, '--source'),
    version: needed(values.version ?? said.version, '--version'),
    flags: said.flags,
  };
  const path = `/api/admin/projects/${encodeURIComponent(project)}/registry`;
  const answered = await call(io, { url: values.url, key: values.key }, path, body);
  const held = waiting.safeParse(answered);
  if (held.success) {
    io.out(
      values.json ? JSON.stringify(answered) : `Waits for approval: change request #${held.data.changeRequest.number}`,
    );
    return 0;
  }
  const answer = report.parse(answered);
  if (values.json) io.out(JSON.stringify(answer));
  else print(io, answer);
  return 0;
}
