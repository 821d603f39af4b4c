import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SHAPE_TEXTS } from '@/lib/schemas/issue-texts';
import type { ImportRow } from '@/lib/schemas/membership-import';
import { readMembershipCsv } from '@/lib/services/memberships/read-csv';
import { call } from '../call';
import { Failure } from '../failure';
import type { ExitCode, Io } from '../io';
import { needed, UsageError } from '../usage-error';

const BATCH = 500;
const text = { type: 'string' } as const;
const common = {
  project: text,
  environment: text,
  flag: text,
  url: text,
  key: text,
  json: { type: 'boolean' },
} as const;
const fromBoth = {
  ...common,
  'dry-run': { type: 'boolean' },
  'skip-errors': { type: 'boolean' },
  comment: text,
} as const;

const counts = { added: z.number(), removed: z.number(), updated: z.number() };
const syncReport = z.object({
  ...counts,
  unchanged: z.number(),
  flags: z.array(z.object({ environment: z.string(), flag: z.string(), ...counts })),
});
const importReport = z.object({
  added: z.number(),
  present: z.number(),
  problems: z.array(z.object({ line: z.number(), path: z.string(), code: z.string(), message: z.string() })),
});
type Problem = z.output<typeof importReport>['problems'][number];

const pathOf = (project: string, action: string): string =>
  `/api/admin/projects/${encodeURIComponent(project)}/memberships/${action}`;

async function sync(argv: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: common });
  const { environment, flag, url, key } = values;
  const path = pathOf(needed(values.project, '--project'), 'sync');
  const report = syncReport.parse(await call(io, { url, key }, path, { environment, flag }));
  if (values.json) {
    io.out(JSON.stringify(report));
    return 0;
  }
  for (const one of report.flags) {
    io.out(`${one.environment} ${one.flag}: ${one.added} added, ${one.removed} removed, ${one.updated} updated`);
  }
  io.out(`${report.added} added, ${report.removed} removed, ${report.updated} updated, ${report.unchanged} unchanged`);
  return 0;
}

async function readRows(io: Io, file: string): Promise<ImportRow[]> {
  const csv = await io.readFile(file).catch(() => {
    throw new Failure(`${file} cannot be read`);
  });
  const { head, rows } = readMembershipCsv(csv);
  if (head.problem) throw new Failure(`${file}: ${SHAPE_TEXTS[head.problem]}`);
  return rows;
}

interface Sent {
  added: number;
  present: number;
  problems: Problem[];
}

/** Sends rows in parts, one after another; what a part stored stays, also where a later one fails. */
async function sendAll(
  rows: readonly ImportRow[],
  send: (part: readonly ImportRow[]) => Promise<unknown>,
): Promise<Sent> {
  const sum: Sent = { added: 0, present: 0, problems: [] };
  for (let start = 0; start < rows.length; start += BATCH) {
    const answer: unknown = await send(rows.slice(start, start + BATCH));
    // An environment that wants approvals answers with the change request that they wait in.
    const report = importReport.safeParse(answer).data;
    sum.added += report?.added ?? 0;
    sum.present += report?.present ?? 0;
    sum.problems.push(...(report?.problems ?? []));
  }
  return sum;
}

async function importFile(argv: string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: fromBoth });
  const file = needed(positionals[0], 'a file');
  const { url, key, flag, comment, json } = values;
  const environment = needed(values.environment, '--environment');
  const path = pathOf(needed(values.project, '--project'), 'import');
  const rows = await readRows(io, file);
  const send = (more: object) => (part: readonly ImportRow[]) =>
    call(io, { url, key }, path, { environment, flag, comment, rows: part, ...more });
  const checked = await sendAll(rows, send({ dryRun: true }));
  const bad = new Set(checked.problems.map(({ line }) => line));
  const good = rows.filter(({ line }) => !bad.has(line));
  const mayAdd = !values['dry-run'] && (bad.size === 0 || values['skip-errors'] === true);
  const requestGroup = `import-${randomUUID()}`;
  const done = mayAdd ? await sendAll(good, send({ requestGroup })) : { added: 0, present: 0 };
  const { problems } = checked;
  const waiting = mayAdd ? good.length - done.added - done.present : 0;
  if (json)
    io.out(JSON.stringify({ rows: rows.length, ...(mayAdd ? done : checked), problems, waiting, dryRun: !mayAdd }));
  else {
    for (const { line, path: column, message } of problems) {
      io.err(`line ${line}: ${column === '' ? '' : `${column}: `}${message}`);
    }
    const { added, present } = mayAdd ? done : checked;
    io.out(`${added} ${mayAdd ? 'added' : 'would be added'}, ${present} there already, ${bad.size} with errors`);
    if (waiting > 0) io.out(`${waiting} wait for approval`);
  }
  return bad.size > 0 ? 1 : 0;
}

/** Synchronises groups, or imports memberships from a file, on a server. */
export async function membershipsCommand([action, ...argv]: string[], io: Io): Promise<ExitCode> {
  if (action === 'sync') return sync(argv, io);
  if (action === 'import') return importFile(argv, io);
  throw new UsageError('memberships sync, or memberships import <file>');
}
