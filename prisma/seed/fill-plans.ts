import type { ServiceContext } from '@/lib/services/context';
import { createPlan } from '@/lib/services/plans/create';
import { listPlans } from '@/lib/services/plans/list';
import { startPlan } from '@/lib/services/plans/start';
import { tickPlan } from '@/lib/services/plans/tick';
import { listSignals } from '@/lib/services/signals/list';
import { postSignals } from '@/lib/services/signals/post';
import { SAMPLE_PLANS, SAMPLE_SIGNALS, type SamplePlan } from './plans';

/** Somebody's context in the project: plans go on in the name of a person. */
type PersonAt = (now: Date) => Promise<ServiceContext>;

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;
const READINGS = 48;
/** Before the first of the plans began. */
const EARLIEST = 8 * DAY;

/** A day of readings; the newest is a few minutes old. */
async function fillSignals(ctx: ServiceContext, now: number): Promise<void> {
  for (const { environment, name, around, swing } of SAMPLE_SIGNALS) {
    if ((await listSignals(ctx, { environment, name, limit: 1 })).items.length > 0) continue;
    const signals = Array.from({ length: READINGS }, (_, index) => ({
      name,
      value: Number((around + swing * Math.sin(index * 1.7) * Math.cos(index * 0.6)).toFixed(5)),
      at: new Date(now - (READINGS - 1 - index) * HALF_HOUR - DAY / 480).toISOString(),
    }));
    await postSignals(ctx, { environment, signals });
  }
}

/** Begins a plan, and lets the clock look at it as it would have; what happened already happens no second time. */
async function fillPlan(at: PersonAt, { plan, startedDaysAgo, looksDaysAgo = [] }: SamplePlan, now: number) {
  const before = await at(new Date(now - EARLIEST));
  const known = (await listPlans(before, { limit: 200, flag: plan.flag })).items.find(({ name }) => name === plan.name);
  const { id, status } = known ?? (await createPlan(before, plan));
  if (startedDaysAgo === undefined) return;
  if (status === 'draft') await startPlan(await at(new Date(now - startedDaysAgo * DAY)), { id });
  for (const daysAgo of looksDaysAgo) {
    const ctx = await at(new Date(now - daysAgo * DAY));
    await tickPlan({ own: ctx, author: ctx, assertLease: async () => {} }, id);
  }
}

/** Plans in every state but the sad ones, with the signals that they watch. */
export async function fillPlans(at: PersonAt, now: number): Promise<void> {
  await fillSignals(await at(new Date(now)), now);
  for (const sample of SAMPLE_PLANS) await fillPlan(at, sample, now);
}
