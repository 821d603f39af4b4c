import type { WriteContext } from '../transaction';
import type { Moment } from './judge';
import { newestSignals } from './newest-signals';
import type { LoadedPlan } from './plan-row';

/** What a plan's step in force is judged by; its environment is locked. */
export async function momentOf(tx: WriteContext, { row, steps }: LoadedPlan): Promise<Moment> {
  const { now } = tx;
  const step = row.step === null ? undefined : steps[row.step];
  const environment = step && tx.environments.find(({ key }) => key === step.environment);
  const place = environment && { environmentId: environment.id, flag: row.flag, now };
  const newest = step && place ? await newestSignals(tx.db, place, step) : [];
  return { now, since: row.stepSince ?? now, watchFrom: row.watchFrom ?? now, newest };
}
