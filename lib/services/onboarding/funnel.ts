import { z } from 'zod';
import { funnelSchema } from '@/lib/schemas/onboarding';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import type { TransactionClient } from '../transaction-client';
import { readOnboarding } from './read';
import type { FunnelView } from './types';

const DAY_MS = 86_400_000;
const SECONDS_A_DAY = 86_400;

const countRows = z.array(z.object({ stage: z.string().nullable(), subjects: z.int(), stuck: z.int() }));
const medianRows = z.array(z.object({ index: z.int(), days: z.number() }));

/** How many subjects each stage holds, and since before `until` how many of them; a null stage holds the others. */
async function countByStage(db: TransactionClient, environmentId: string, until: Date) {
  const rows = await db.$queryRaw`
    SELECT stage, count(*)::int AS subjects,
      (count(*) FILTER (WHERE coalesce(stage_at, created_at) < ${until}))::int AS stuck
    FROM subject WHERE environment_id = ${environmentId} GROUP BY stage`;
  return countRows.parse(rows);
}

/**
 * Days from when subjects joined, or else came to be known, until they were in a stage or beyond it: the median by the
 * stage's index. A move that skips stages reaches those between as well.
 */
async function mediansByStage(db: TransactionClient, environmentId: string, stages: readonly string[]) {
  const rows = await db.$queryRaw`
    WITH stages AS (
      SELECT key, (place - 1)::int AS index FROM unnest(${[...stages]}::text[]) WITH ORDINALITY AS listed(key, place)
    ), arrivals AS (
      SELECT move.subject_key, stages.index, min(move.at) AS at
      FROM stage_move move
      JOIN stages entered ON entered.key = move."to"
      LEFT JOIN stages was ON was.key = move."from"
      JOIN stages ON stages.index > coalesce(was.index, -1) AND stages.index <= entered.index
      WHERE move.environment_id = ${environmentId}
      GROUP BY move.subject_key, stages.index
    )
    SELECT arrivals.index, percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0,
      extract(epoch FROM arrivals.at - coalesce(subject.joined_at, subject.created_at))))::float8 / ${SECONDS_A_DAY}::int
      AS days
    FROM arrivals JOIN subject ON subject.environment_id = ${environmentId} AND subject.key = arrivals.subject_key
    GROUP BY arrivals.index`;
  return new Map(medianRows.parse(rows).map(({ index, days }) => [index, days]));
}

/** How far the subjects of an environment got, and where they stay. */
export const getFunnel = defineRead({
  verbName: 'onboarding.funnel',
  input: funnelSchema,
  permission: 'subject.view',
  run: async ({ db, scope, now }, { environment, days }): Promise<FunnelView> => {
    const { id } = await findEnvironment(db, scope.projectId, environment);
    const { stages } = await readOnboarding(db, scope.projectId);
    const counts = await countByStage(db, id, new Date(now.getTime() - days * DAY_MS));
    const keys = stages.map(({ key }) => key);
    const medians = await mediansByStage(db, id, keys);
    const inStage = new Map(counts.map((row) => [row.stage, row]));
    const subjectsOf = (key: string): number => inStage.get(key)?.subjects ?? 0;
    const total = counts.reduce((sum, { subjects }) => sum + subjects, 0);
    return {
      environment,
      days,
      total,
      unstaged: total - keys.reduce((sum, key) => sum + subjectsOf(key), 0),
      stages: stages.map((stage, index) => ({
        ...stage,
        subjects: subjectsOf(stage.key),
        reached: keys.slice(index).reduce((sum, key) => sum + subjectsOf(key), 0),
        medianDays: medians.get(index) ?? null,
        stuck: index === stages.length - 1 ? 0 : (inStage.get(stage.key)?.stuck ?? 0),
      })),
    };
  },
});
