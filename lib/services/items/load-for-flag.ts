import { z } from 'zod';
import { referencesOf, referencesOfGroup } from '@/lib/changes/references';
import { Prisma } from '@/lib/db/generated/client';
import type { Item } from '@/lib/engine/types';
import type { TransactionClient } from '../transaction';
import { readItem } from './read';

/** For whom and when: only items that can matter to them are read. */
export interface Asked {
  environmentId: string;
  flags: readonly string[];
  subject: string | null;
  tenant: string | null;
  /** Null: what is in force now. */
  at: Date | null;
  /** Stands in for its flag's own configuration. */
  draft: Extract<Item, { kind: 'config' }> | null;
}

type Where = Prisma.ItemWhereInput;

/** Keys yet to be read and those already asked for. */
function createAgenda(first: readonly string[]) {
  const asked = new Set(first);
  let pending = [...first];
  return {
    add(keys: readonly string[]): void {
      const fresh = keys.filter((key) => !asked.has(key));
      for (const key of fresh) asked.add(key);
      pending.push(...fresh);
    },
    take(): string[] {
      const taken = pending;
      pending = [];
      return taken;
    },
  };
}

function flagItems(flags: readonly string[], tenant: string | null): Where[] {
  const overrides = tenant === null ? [] : flags.map((flag) => `${flag}/${tenant}`);
  return [
    { kind: { in: ['flag', 'config', 'codeDefault'] }, key: { in: [...flags] } },
    { kind: 'override', key: { in: overrides } },
  ];
}

function segmentItems(segments: readonly string[], subject: string | null): Where[] {
  const members = subject === null ? [] : segments.map((segment) => `${segment}/${subject}`);
  return [
    { kind: 'segment', key: { in: [...segments] } },
    { kind: 'member', key: { in: members } },
  ];
}

const rowsSchema = z.array(z.object({ kind: z.string(), key: z.string(), body: z.unknown() }));

/** Windows of this subject or tenant on these flags; a flag may have a million others. */
async function readMemberships(db: TransactionClient, flags: readonly string[], asked: Asked): Promise<Item[]> {
  const { environmentId, subject, tenant, at } = asked;
  if (flags.length === 0 || (subject === null && tenant === null)) return [];
  const then = at ? Prisma.sql`from_at <= ${at} AND (to_at IS NULL OR to_at > ${at})` : Prisma.sql`to_number IS NULL`;
  const rows = await db.$queryRaw`
    SELECT kind, key, body FROM item
    WHERE environment_id = ${environmentId} AND kind = 'membership' AND split_part(key, '/', 1) = ANY(${[...flags]})
      AND ${then} AND (body->>'subject' = ${subject} OR body->>'tenant' = ${tenant})
    ORDER BY from_number`;
  return latestOf(rowsSchema.parse(rows));
}

/** Clocks of two writers may disagree by a little: of two items in force at an instant the later one counts. */
const latestOf = (rows: readonly { kind: string; key: string; body: unknown }[]): Item[] =>
  [...new Map(rows.map((row) => [`${row.kind} ${row.key}`, row])).values()].map(readItem);

/** Reads the items of some selections, in force at the instant asked for. */
async function read(db: TransactionClient, { environmentId, at }: Asked, selections: Where[]): Promise<Item[]> {
  const then: Where = at
    ? { fromAt: { lte: at }, AND: [{ OR: [{ toAt: null }, { toAt: { gt: at } }] }] }
    : { toNumber: null };
  const rows = await db.item.findMany({
    where: { environmentId, ...then, OR: selections },
    orderBy: { fromNumber: 'asc' },
    select: { kind: true, key: true, body: true },
  });
  return latestOf(rows);
}

/** What every context is merged with: what may be believed, the project's stages and roles, and this tenant. */
function contextItems(tenant: string | null): Where[] {
  const kinds: Where = { kind: { in: ['attribute', 'environment', 'onboarding'] } };
  return tenant === null ? [kinds] : [kinds, { kind: 'tenant', key: tenant }];
}

/** Everything that flags' answers for one context can depend on, as far as prerequisites and segments lead. */
export async function loadItemsForFlags(db: TransactionClient, asked: Asked): Promise<Item[]> {
  const { tenant, subject, draft } = asked;
  const [flags, segments, memberships] = [createAgenda(asked.flags), createAgenda([]), createAgenda(asked.flags)];
  const found = await read(db, asked, contextItems(tenant));
  const isReplaced = ({ kind, key }: Item): boolean => draft !== null && kind === 'config' && key === draft.key;
  if (draft) found.push(draft);
  let fresh: Item[] = draft ? [draft] : [];
  for (;;) {
    for (const item of fresh) {
      if (item.kind !== 'config' && item.kind !== 'segment') continue;
      const references = item.kind === 'config' ? referencesOf(item.body) : referencesOfGroup(item.body);
      flags.add(references.flags);
      memberships.add([...references.flags, ...references.memberships]);
      segments.add(references.segments);
    }
    const [nextFlags, nextSegments, nextMemberships] = [flags.take(), segments.take(), memberships.take()];
    if (nextFlags.length + nextSegments.length + nextMemberships.length === 0) return found;
    const selections = [...flagItems(nextFlags, tenant), ...segmentItems(nextSegments, subject)];
    fresh = (await read(db, asked, selections)).filter((item) => !isReplaced(item));
    found.push(...fresh, ...(await readMemberships(db, nextMemberships, asked)));
  }
}
