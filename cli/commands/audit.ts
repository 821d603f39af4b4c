import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkChain } from '@/lib/services/audit/check-chain';
import { exportChains } from '@/lib/services/audit/export-chain';
import { verifyExport } from '@/lib/services/audit/verify-export';
import { call } from '../call';
import { Failure } from '../failure';
import type { ExitCode, Io } from '../io';
import { needed, UsageError } from '../usage-error';

const verdict = z.object({
  ok: z.boolean(),
  entries: z.number(),
  erased: z.number(),
  problems: z.array(z.object({ seq: z.number(), problem: z.string() })),
});
type Verdicts = Record<string, z.infer<typeof verdict>>;

const inDatabase = (io: Io): Promise<Verdicts> =>
  io.withInstallation(async ({ db, secrets }) => {
    const heads = await db.auditHead.findMany({ select: { chain: true }, orderBy: { chain: 'asc' } });
    const found = await db.auditEntry.findMany({ distinct: ['chain'], select: { chain: true } });
    const chains = [...new Set([...heads, ...found].map(({ chain }) => chain))].sort();
    const verdicts: Verdicts = {};
    for (const chain of chains) verdicts[chain] = await checkChain(db, secrets, chain);
    return verdicts;
  });

async function fromServer(io: Io, project: string, target: { url?: string; key?: string }): Promise<Verdicts> {
  const { url, key } = target;
  const path = `/api/admin/projects/${encodeURIComponent(project)}/audit/verify`;
  return { [project]: verdict.parse(await call(io, { url, key }, path)) };
}

async function fromFile(io: Io, file: string): Promise<Verdicts> {
  const text = await io.readFile(file).catch(() => {
    throw new Failure(`${file} cannot be read`);
  });
  return verifyExport(io.secrets(), text);
}

function report(io: Io, verdicts: Verdicts): void {
  for (const [chain, { ok, entries, erased, problems }] of Object.entries(verdicts)) {
    const parted = erased > 0 ? `, ${erased} erased` : '';
    io.out(`${chain}: ${ok ? 'whole' : 'TAMPERED WITH'}, ${entries} entries${parted}`);
    for (const { seq, problem } of problems) io.out(`  entry ${seq}: ${problem}`);
  }
}

async function verify(argv: string[], io: Io): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      file: { type: 'string' },
      project: { type: 'string' },
      url: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { file, project, url, key, json } = values;
  const isRemote = project !== undefined || url !== undefined;
  if (file !== undefined && isRemote) throw new UsageError('give --file or a server, not both');
  const verdicts =
    file !== undefined
      ? await fromFile(io, file)
      : isRemote
        ? await fromServer(io, needed(project, '--project'), { url, key })
        : await inDatabase(io);
  if (json) io.out(JSON.stringify(verdicts));
  else report(io, verdicts);
  return Object.values(verdicts).every(({ ok }) => ok) ? 0 : 1;
}

export async function auditCommand([action, ...argv]: string[], io: Io): Promise<ExitCode> {
  if (action === 'verify') return verify(argv, io);
  if (action !== 'export' || argv.length > 0) throw new UsageError('audit verify, or audit export');
  const chains = await io.withInstallation(exportChains);
  io.out(JSON.stringify({ format: 1, chains }));
  return 0;
}
