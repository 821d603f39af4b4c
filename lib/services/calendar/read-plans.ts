import { planDurationMs } from '@/lib/schemas/plan-duration';
import { loadPlan, type LoadedPlan } from '../plans/plan-row';
import { type Asked, type Found, found } from './found';

const SHOWN = 1_000;

/** When the steps after the one in force begin at the earliest, and when the last one ends. */
function expected({ row, steps }: LoadedPlan, now: number): { index: number; at: number }[] {
  const current = row.step ?? 0;
  // One that holds goes on as soon as it may.
  let at = Math.max(row.dueAt?.getTime() ?? now, now);
  return [...steps.slice(current + 1).map(({ index }) => index), steps.length].map((index) => {
    const begin = { index, at };
    at += planDurationMs(steps[index]?.duration ?? '') ?? 0;
    return begin;
  });
}

/** The steps that plans under way come to, at the earliest. */
export async function readPlans(asked: Asked): Promise<Found[]> {
  const { db, projectId, environments, flag, from, to, now } = asked;
  const rows = await db.plan.findMany({
    where: { projectId, flag, status: { in: ['running', 'holding'] } },
    take: SHOWN,
  });
  const shown = new Set(environments.values());
  return rows.map(loadPlan).flatMap((plan): Found[] => {
    const last = plan.steps.at(-1)?.environment ?? '';
    const { id, flag: key, name, status } = plan.row;
    return expected(plan, now).flatMap(({ index, at }): Found[] => {
      const step = plan.steps[index];
      const environment = step?.environment ?? last;
      if (at < from || at >= to || !shown.has(environment)) return [];
      const common = { kind: 'plan' as const, environment, flag: key, name, ref: id, from: at, outcome: status };
      return [
        step
          ? found({ ...common, what: 'step', number: index, footprint: null })
          : found({ ...common, what: 'completes' }),
      ];
    });
  });
}
