import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { compileRamp } from '@/lib/engine/ramp';
import type { Ramp, Rule, TimeWindow } from '@/lib/engine/types';
import { compileWindow, isOpen, nextEdge } from '@/lib/engine/window';
import { readItem } from '../items/read';
import { type Asked, type Found, found, isoOrNull } from './found';

const rowsSchema = z.array(
  z.object({ environmentId: z.string(), kind: z.string(), key: z.string(), body: z.unknown(), since: z.date() }),
);
/** Openings of one rule in one answer. */
const MOST = 200;
const DAY = 86_400_000;

interface Band {
  startsAt: number;
  endsAt: number;
}

/** When a window is open in a period. One that is open all the time is not worth telling. */
export function openings(window: TimeWindow, { from, to }: Pick<Asked, 'from' | 'to'>): Band[] {
  const compiled = compileWindow(window);
  if (!compiled.recurrence) {
    const { startsAt, endsAt } = compiled;
    const isOpenAllAlong = startsAt <= from && endsAt >= to && !(Number.isFinite(startsAt) && Number.isFinite(endsAt));
    return endsAt > from && startsAt < to && !isOpenAllAlong ? [{ startsAt, endsAt }] : [];
  }
  const bands: Band[] = [];
  // Hours may have begun up to two days earlier.
  const early = from - 2 * DAY;
  let start = isOpen(compiled, early) ? early : (nextEdge(compiled, early) ?? to);
  while (start < to && bands.length < MOST) {
    const end = nextEdge(compiled, start);
    if (end === null || end > from) bands.push({ startsAt: start, endsAt: end ?? Number.POSITIVE_INFINITY });
    start = end === null ? to : (nextEdge(compiled, end) ?? to);
  }
  return bands;
}

function rampBand(ramp: Ramp, { from, to }: Asked): Band[] {
  const { startsAt, endsAt } = compileRamp(ramp);
  return endsAt > from && startsAt < to ? [{ startsAt, endsAt }] : [];
}

function bandsOf(asked: Asked, rule: Rule, place: Pick<Found, 'environment' | 'flag'>): Found[] {
  const common = { ...place, what: 'band' as const, name: rule.name, ref: rule.id };
  const band =
    (kind: 'ramp' | 'window') =>
    ({ startsAt, endsAt }: Band) =>
      found({
        ...common,
        kind,
        from: Math.max(startsAt, Number.isFinite(startsAt) ? startsAt : asked.from),
        until: isoOrNull(endsAt),
        ...(kind === 'ramp' && { footprint: [`rule:${rule.id}`] }),
      });
  const { window, rollout } = rule;
  return [
    ...(rollout?.ramp ? rampBand(rollout.ramp, asked).map(band('ramp')) : []),
    ...(window ? openings(window, asked).map(band('window')) : []),
  ];
}

/** Ramps and windows of rules, of flags that are not archived. */
export async function readRules(asked: Asked): Promise<Found[]> {
  const { db, projectId, environments, flag } = asked;
  // Few rules have either: what is read is told by its text before it is parsed.
  const rows = await db.$queryRaw`
    SELECT i.environment_id AS "environmentId", i.kind, i.key, i.body, i.from_at AS since FROM item i
    JOIN flag f ON f.project_id = ${projectId} AND f.key = i.key AND f.archived_at IS NULL
    WHERE i.environment_id = ANY(${[...environments.keys()]}) AND i.kind = 'config' AND i.to_number IS NULL
      AND (i.body::text LIKE '%"ramp"%' OR i.body::text LIKE '%"window"%')
      ${flag === undefined ? Prisma.empty : Prisma.sql`AND i.key = ${flag}`}
    ORDER BY i.key LIMIT 2000`;
  return rowsSchema.parse(rows).flatMap((row): Found[] => {
    const item = readItem(row);
    if (item.kind !== 'config') return [];
    const place = { environment: environments.get(row.environmentId) ?? '', flag: item.key };
    const bands = item.body.rules.filter(({ enabled }) => enabled).flatMap((rule) => bandsOf(asked, rule, place));
    // What was over before the rules said so did not take place.
    return bands.filter(({ until }) => until === null || Date.parse(until) > row.since.getTime());
  });
}
