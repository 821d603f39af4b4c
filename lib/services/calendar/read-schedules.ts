import { cronInstants } from '@/lib/schemas/cron';
import { type Asked, type Found, found } from './found';

/** More runs than these in a day are told as one. */
const FEW = 6;

interface Recurring {
  cron: string;
  timezone: string;
}

/** The coming runs of a cron expression, day by day; many in a day are one. */
function comingRuns({ cron, timezone }: Recurring, first: number, { to, days }: Asked) {
  const runs: { at: number; until: number | null; isMany: boolean }[] = [];
  for (let at = first; at < to; at = days.after(at)) {
    const end = Math.min(days.after(at), to);
    const inDay = cronInstants(cron, timezone, new Date(at - 1), FEW + 1)
      .map((instant) => instant.getTime())
      .filter((instant) => instant < end);
    const [start] = inDay;
    if (start === undefined) continue;
    if (inDay.length > FEW) runs.push({ at: start, until: inDay.at(-1) ?? start, isMany: true });
    else runs.push(...inDay.map((instant) => ({ at: instant, until: null, isMany: false })));
  }
  return runs;
}

/** The coming runs of schedules, and what became of those that were. */
export async function readSchedules(asked: Asked): Promise<Found[]> {
  const { db, projectId, environments, flag, from, to, now } = asked;
  const environmentId = { in: [...environments.keys()] };
  const where = { projectId, environmentId, flag };
  const [waiting, runs] = await Promise.all([
    db.schedule.findMany({ where: { ...where, status: 'waiting', nextRunAt: { lt: new Date(to) } } }),
    db.scheduleRun.findMany({
      where: { schedule: where, plannedAt: { gte: new Date(from), lt: new Date(Math.min(to, now)) } },
      include: { schedule: true },
      orderBy: { plannedAt: 'desc' },
      take: 1_000,
    }),
  ]);
  const place = (row: { id: string; flag: string; environmentId: string; description: string }) => ({
    kind: 'schedule' as const,
    what: 'run' as const,
    environment: environments.get(row.environmentId) ?? '',
    flag: row.flag,
    name: row.description,
    ref: row.id,
  });
  const coming = waiting.flatMap((row): Found[] => {
    const next = row.nextRunAt?.getTime() ?? to;
    const { cron, timezone, footprint } = row;
    const first = Math.max(next, from);
    const instants = cron === null ? (next >= from ? [{ at: next, until: null, isMany: false }] : []) : null;
    return (instants ?? comingRuns({ cron: cron ?? '', timezone }, first, asked)).map(({ at, until, isMany }) =>
      found({
        ...place(row),
        from: at,
        until: until === null ? null : new Date(until).toISOString(),
        frequent: isMany,
        footprint,
      }),
    );
  });
  const past = runs.map(({ schedule, plannedAt, outcome }) =>
    found({ ...place(schedule), from: plannedAt.getTime(), outcome }),
  );
  return [...coming, ...past];
}
