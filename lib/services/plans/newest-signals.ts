import { z } from 'zod';
import { planDurationMs } from '@/lib/schemas/plan-duration';
import type { TransactionClient } from '../transaction-client';
import type { Newest } from './judge';
import type { PlanStep } from './steps';

const rows = z.array(z.object({ name: z.string(), flag: z.string().nullable(), value: z.number(), at: z.date() }));

/** The newest values of what a step's gates and guardrails ask for, as far back as one of them looks. */
export async function newestSignals(
  db: TransactionClient,
  place: { environmentId: string; flag: string; now: Date },
  { gates, guardrails }: Pick<PlanStep, 'gates' | 'guardrails'>,
): Promise<Newest[]> {
  const asked = [...gates, ...guardrails];
  if (asked.length === 0) return [];
  const names = [...new Set(asked.map(({ signal }) => signal))];
  const longest = Math.max(...asked.map(({ window }) => planDurationMs(window) ?? 0));
  const { environmentId, flag, now } = place;
  const found = await db.$queryRaw`
    SELECT DISTINCT ON (name, flag) name, flag, value, at FROM signal
    WHERE environment_id = ${environmentId} AND name = ANY(${names}) AND (flag IS NULL OR flag = ${flag})
      AND at <= ${now} AND at >= ${new Date(now.getTime() - longest)}
    ORDER BY name, flag, at DESC, id DESC`;
  return rows.parse(found).map(({ flag: of, ...row }) => ({ ...row, isOfFlag: of !== null }));
}

/** The names of signals that were ever posted in an environment. */
export async function knownSignals(
  db: TransactionClient,
  environmentId: string,
  names: readonly string[],
): Promise<Set<string>> {
  const found = await db.signal.findMany({
    where: { environmentId, name: { in: [...names] } },
    distinct: ['name'],
    select: { name: true },
  });
  return new Set(found.map(({ name }) => name));
}
