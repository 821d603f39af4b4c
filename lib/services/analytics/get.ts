import { z } from 'zod';
import { analyticsSchema } from '@/lib/schemas/analytics';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { definitionOf } from '../flags/definition-of';
import { findFlag, type FlagRow } from '../flags/flag-row';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { type Period, periodOf } from './period';
import type { AnalyticsView } from './types';

const HOUR = 3_600_000;
const MOST_ANNOTATIONS = 200;

const countRows = z.array(z.object({ at: z.date(), variant: z.string(), count: z.number() }));
const sdkRows = z.array(z.object({ sdk: z.string(), count: z.number(), last_at: z.date() }));
const lastRows = z.array(z.object({ at: z.date().nullable() }));

interface Subject {
  flag: FlagRow;
  environment: EnvironmentRow;
  /** A deleted flag's key may be used again: what was counted before belonged to another. */
  since: Date;
}

async function countsPerBucket(db: TransactionClient, { flag, environment, since }: Subject, period: Period) {
  const from = new Date(Math.max(period.from.getTime(), since.getTime()));
  return countRows.parse(
    await db.$queryRaw`
      SELECT date_trunc(${period.bucket}, hour, 'UTC') AS at, variant, sum(count)::float8 AS count
      FROM evaluation_count
      WHERE environment_id = ${environment.id} AND flag = ${flag.key} AND hour >= ${from} AND hour < ${period.to}
      GROUP BY 1, 2`,
  );
}

async function countsPerSdk(db: TransactionClient, { flag, environment, since }: Subject, period: Period) {
  const from = new Date(Math.max(period.from.getTime(), since.getTime()));
  const rows = await db.$queryRaw`
    SELECT sdk, sum(count)::float8 AS count, max(last_at) AS last_at FROM evaluation_count
    WHERE environment_id = ${environment.id} AND flag = ${flag.key} AND hour >= ${from} AND hour < ${period.to}
    GROUP BY sdk ORDER BY count DESC, sdk`;
  return sdkRows.parse(rows).map(({ sdk, count, last_at }) => ({ sdk, count, lastAt: last_at.toISOString() }));
}

async function lastSeenAt(db: TransactionClient, { flag, environment, since }: Subject): Promise<string | null> {
  const rows = await db.$queryRaw`
    SELECT max(last_at) AS at FROM evaluation_count
    WHERE environment_id = ${environment.id} AND flag = ${flag.key} AND hour >= ${since}`;
  return lastRows.parse(rows)[0]?.at?.toISOString() ?? null;
}

async function annotations(db: TransactionClient, { flag, environment }: Subject, { from, to }: Period) {
  const rows = await db.change.findMany({
    where: { environmentId: environment.id, kind: 'config', subjectId: flag.id, at: { gte: from, lt: to } },
    orderBy: { version: 'desc' },
    take: MOST_ANNOTATIONS,
    select: { at: true, version: true, actorName: true },
  });
  return rows.reverse().map(({ at, version, actorName }) => ({ at: at.toISOString(), version, actor: actorName }));
}

/** Evaluations of a flag per variant over time, by whom, and where its configuration changed. */
export const getAnalytics = defineRead({
  verbName: 'analytics.get',
  input: analyticsSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, input): Promise<AnalyticsView> => {
    const environment = await findEnvironment(db, scope.projectId, input.environment);
    const flag = await findFlag(db, scope.projectId, input.flag);
    const since = new Date(Math.floor(flag.createdAt.getTime() / HOUR) * HOUR);
    const subject = { flag, environment, since };
    const period = periodOf(input, now);
    const counted = await countsPerBucket(db, subject, period);
    const variants = new Set([
      ...definitionOf(flag).variants.map(({ key }) => key),
      ...counted.map((row) => row.variant),
    ]);
    const zeros = (): Record<string, number> => Object.fromEntries([...variants].map((key) => [key, 0]));
    const buckets = new Map(period.starts.map((at) => [at, zeros()]));
    const totals = zeros();
    for (const { at, variant, count } of counted) {
      const counts = buckets.get(at.getTime());
      if (counts) counts[variant] = count;
      totals[variant] = (totals[variant] ?? 0) + count;
    }
    return {
      environment: environment.key,
      from: period.from.toISOString(),
      to: period.to.toISOString(),
      bucket: period.bucket,
      series: [...buckets].map(([at, counts]) => ({ at: new Date(at).toISOString(), counts })),
      totals,
      bySdk: await countsPerSdk(db, subject, period),
      lastSeenAt: await lastSeenAt(db, subject),
      annotations: await annotations(db, subject, period),
    };
  },
});
