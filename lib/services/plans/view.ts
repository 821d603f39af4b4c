import type { Sentence } from '@/lib/changes/sentence';
import { definitionOf } from '../flags/definition-of';
import type { TransactionClient } from '../transaction-client';
import { actsOf } from './acts';
import { makingOf } from './enter-step';
import { datesOf, foreseeSteps } from './foresee';
import { type EnvironmentGround, groundsOf, segmentsAmong } from './ground';
import type { Newest } from './judge';
import { newestSignals } from './newest-signals';
import { planItem, stepState } from './plan-item';
import { BYPASSED, isUnderWay, type LoadedPlan } from './plan-row';
import { planVariant } from './plan-variant';
import { readEvents } from './read-events';
import { stepView } from './step-view';
import type { PlanStepView, PlanView, PlanWarning } from './types';
import { planWarnings } from './warnings';

interface Reader {
  db: TransactionClient;
  projectId: string;
  now: Date;
}

/** What stands around a plan now. */
interface Surroundings {
  variant: string | null;
  segments: ReadonlySet<string>;
  messages: ReadonlyMap<number, Sentence[]>;
  warnings: PlanWarning[];
  /** What the gates and guardrails of the step in force go by. */
  newest: Newest[];
}

/** Index of the first step that is still to come. */
const aheadOf = ({ status, row, steps }: LoadedPlan): number =>
  status === 'completed' ? steps.length : (row.step ?? -1) + 1;

/** The flag's definition and what of it the plan serves, where both are still there. */
async function servedBy(db: TransactionClient, { row, strategy }: LoadedPlan) {
  const flag = await db.flag.findUnique({ where: { id: row.flagId } });
  if (!flag || flag.key !== row.flag) return null;
  const definition = definitionOf(flag);
  const { variant } = strategy;
  const isThere = variant === undefined || definition.variants.some(({ key }) => key === variant);
  return isThere ? { definition, variant: planVariant(definition, variant) } : null;
}

async function currentSignals(
  { db, now }: Reader,
  { row, steps, status }: LoadedPlan,
  grounds: ReadonlyMap<string, EnvironmentGround>,
): Promise<Newest[]> {
  const step = row.step === null || status === 'completed' ? undefined : steps[row.step];
  const ground = step && grounds.get(step.environment);
  if (!step || !ground) return [];
  return newestSignals(db, { environmentId: ground.environmentId, flag: row.flag, now }, step);
}

async function lookAround(reader: Reader, plan: LoadedPlan): Promise<Surroundings> {
  const { db, projectId } = reader;
  const { row, strategy, steps } = plan;
  const served = await servedBy(db, plan);
  const segments = await segmentsAmong(db, projectId, steps);
  if (!served) return { variant: null, segments, messages: new Map(), warnings: [], newest: [] };
  const { variant, definition } = served;
  const grounds = await groundsOf(db, projectId, { ...row, definition }, segments);
  const from = aheadOf(plan);
  return {
    variant,
    segments,
    messages: foreseeSteps(makingOf(plan, definition), grounds, from),
    warnings: await planWarnings(db, { strategy, steps, variant, grounds, segments, from }),
    newest: await currentSignals(reader, plan, grounds),
  };
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** When the steps still to come begin and end at the earliest: known while the plan's time runs. */
function datesAhead(plan: LoadedPlan, now: Date): { next: number | undefined; dates: ReturnType<typeof datesOf> } {
  const { dueAt } = plan.row;
  if (!isUnderWay(plan) || !dueAt) return { next: undefined, dates: [] };
  const next = Math.max(dueAt.getTime(), now.getTime());
  return { next, dates: datesOf(plan.steps.slice(aheadOf(plan)), next) };
}

function stepViews(plan: LoadedPlan, { segments, messages, newest }: Surroundings, now: Date): PlanStepView[] {
  const { row, steps, history, status } = plan;
  const ahead = aheadOf(plan);
  const { dates } = datesAhead(plan, now);
  return steps.map((step) => {
    const { index } = step;
    const isCurrent = index === row.step && status !== 'completed';
    const expected = dates[index - ahead];
    const entry = history.entries.find((found) => found.step === index && !found.undone);
    const due = isCurrent && isUnderWay(plan) ? row.dueAt?.getTime() : undefined;
    const moment = { now, since: row.stepSince ?? now, watchFrom: row.watchFrom ?? now };
    return stepView(
      step,
      { ...moment, newest: isCurrent ? newest : [] },
      {
        segments,
        from: entry?.at ?? iso(expected?.from),
        until: iso(index < ahead ? due : expected?.until),
        state: stepState(plan, index),
        messages: messages.get(index) ?? [],
      },
    );
  });
}

/** A plan with all that its page shows. */
export async function planView(reader: Reader, plan: LoadedPlan): Promise<PlanView> {
  const around = await lookAround(reader, plan);
  const { next, dates } = datesAhead(plan, reader.now);
  const { row, strategy } = plan;
  return {
    ...planItem(plan),
    variant: around.variant,
    unit: strategy.unit ?? 'targetingKey',
    strategy,
    steps: stepViews(plan, around, reader.now),
    events: await readEvents(reader.db, row.id),
    warnings: around.warnings,
    acts: actsOf(plan),
    requestId: row.requestId === BYPASSED ? null : row.requestId,
    completesAt: iso(dates.at(-1)?.until ?? next),
  };
}
