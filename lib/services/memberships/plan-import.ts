import { z } from 'zod';
import { asChangeError } from '@/lib/changes/issue';
import { Prisma } from '@/lib/db/generated/client';
import type { MembershipBody } from '@/lib/engine/types';
import { issuesOf } from '@/lib/schemas/issues';
import { SHAPE_TEXTS } from '@/lib/schemas/issue-texts';
import { membershipCreateSchema } from '@/lib/schemas/membership';
import type { ImportRow } from '@/lib/schemas/membership-import';
import { asServiceError, type Issue } from '../errors';
import type { FlagRow } from '../flags/flag-row';
import { readItem } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { inForce } from './group-sql';
import { membershipVariant, membershipWindow } from './membership-body';
import { splitMembershipKey } from './membership-key';
import type { ImportProblem } from './types';

type Draft = z.output<typeof membershipCreateSchema>;
export interface PlannedMembership {
  line: number;
  flag: string;
  body: MembershipBody;
}
export interface ImportPlan {
  adding: PlannedMembership[];
  /** Rows that are there already, or stand twice. */
  present: number;
  problems: ImportProblem[];
}
interface Place {
  environment: EnvironmentRow;
  projectId: string;
  /** For rows that name none. */
  flag: string | undefined;
}
interface Parsed {
  line: number;
  draft: Draft;
}

const unknown = (path: string, code: string, message: string): Issue => ({ path, code, message });
const UNKNOWN_FLAG = unknown('flag', 'unknown_flag', 'There is no flag with this key.');
const UNKNOWN_TENANT = unknown('tenant', 'unknown_tenant', 'There is no tenant with this key.');
const OF_ALL = ['environment', 'comment'];

/** What a row means, by the schema that adding one has, or what is wrong with its form. */
function parseRow({ line, extraCells, ...row }: ImportRow, { environment, flag }: Place): Draft | Issue[] {
  if (extraCells) return [unknown('', 'extra_cells', SHAPE_TEXTS.extra_cells)];
  if (OF_ALL.some((name) => name in row)) return [unknown('', 'unknown_field', SHAPE_TEXTS.unknown_field)];
  const parsed = membershipCreateSchema.safeParse({ flag, ...row, environment: environment.key });
  return parsed.success ? parsed.data : issuesOf(parsed.error);
}

/** A flag's key in the environment with its variants, and tenants, as far as rows name them. */
async function readNamed(db: TransactionClient, projectId: string, drafts: readonly Draft[]) {
  const flags = [...new Set(drafts.map(({ flag }) => flag))];
  const tenants = [...new Set(drafts.flatMap(({ tenant }) => tenant ?? []))];
  const rows = await db.flag.findMany({ where: { projectId, key: { in: flags } } });
  const known = await db.tenant.findMany({ where: { projectId, key: { in: tenants } }, select: { key: true } });
  return { flags: new Map(rows.map((row) => [row.key, row])), tenants: new Set(known.map(({ key }) => key)) };
}

/** The body to store, or what its meaning is refused for. */
function bodyOf(draft: Draft, flag: FlagRow): MembershipBody | Issue[] {
  const { subject, tenant, variant, note, startsAt, startDate, endsAt, endDate, timezone, recurring } = draft;
  try {
    return {
      v: 1,
      ...(subject === undefined ? { tenant } : { subject }),
      ...membershipWindow({ startsAt, startDate, endsAt, endDate, timezone, recurring }),
      variant: membershipVariant(flag, variant),
      ...(note && { note }),
      version: 1,
    };
  } catch (thrown) {
    const issues = asChangeError(thrown)?.issues ?? asServiceError(thrown)?.issues;
    if (!issues) throw thrown;
    return issues.map(({ path, code, message, params }) => ({ path, code, message, params }));
  }
}

/** Two of the same are one: whose, of which flag, when, and what they get. */
const sameness = (flag: string, { subject, tenant, startsAt, endsAt, variant, recurring }: MembershipBody): string =>
  JSON.stringify([flag, subject ?? null, tenant ?? null, startsAt, endsAt, variant ?? null, recurring ?? null]);

const itemRows = z.array(z.object({ kind: z.string(), key: z.string(), body: z.unknown() }));

async function readPresent(db: TransactionClient, id: string, planned: readonly PlannedMembership[]) {
  const subjects = [...new Set(planned.flatMap(({ body }) => body.subject ?? []))];
  const tenants = [...new Set(planned.flatMap(({ body }) => body.tenant ?? []))];
  const read = async (whose: Prisma.Sql) =>
    itemRows.parse(await db.$queryRaw`SELECT i.kind, i.key, i.body FROM item i WHERE ${inForce(id)} AND ${whose}`);
  const rows = [
    ...(subjects.length > 0 ? await read(Prisma.sql`i.body->>'subject' = ANY(${subjects}::text[])`) : []),
    ...(tenants.length > 0 ? await read(Prisma.sql`i.body->>'tenant' = ANY(${tenants}::text[])`) : []),
  ];
  return new Set(
    rows.flatMap((row) => {
      const item = readItem(row);
      return item.kind === 'membership' ? [sameness(splitMembershipKey(row.key).flag, item.body)] : [];
    }),
  );
}

/** What importing rows would add, what is there already, and what is wrong with which line. */
export async function planImport(db: TransactionClient, place: Place, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const problems: ImportProblem[] = [];
  const parsed: Parsed[] = [];
  const tell = (line: number, issues: readonly Issue[]): void =>
    void problems.push(...issues.map((issue) => ({ line, ...issue })));
  for (const row of rows) {
    const read = parseRow(row, place);
    if (Array.isArray(read)) tell(row.line, read);
    else parsed.push({ line: row.line, draft: read });
  }
  const named = await readNamed(
    db,
    place.projectId,
    parsed.map(({ draft }) => draft),
  );
  const planned = parsed.flatMap(({ line, draft }): PlannedMembership[] => {
    const flag = named.flags.get(draft.flag);
    const isKnown = draft.tenant === undefined || named.tenants.has(draft.tenant);
    const body = flag ? bodyOf(draft, flag) : [UNKNOWN_FLAG];
    const issues = [...(Array.isArray(body) ? body : []), ...(isKnown ? [] : [UNKNOWN_TENANT])];
    tell(line, issues);
    return Array.isArray(body) || issues.length > 0 ? [] : [{ line, flag: draft.flag, body }];
  });
  const seen = await readPresent(db, place.environment.id, planned);
  const adding = planned.filter(({ flag, body }) => {
    const name = sameness(flag, body);
    return !seen.has(name) && seen.add(name);
  });
  const present = planned.length - adding.length;
  return { adding, present, problems: problems.sort((a, b) => a.line - b.line) };
}
