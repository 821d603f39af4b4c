import type { ServiceContext } from '../context';
import { profileOf } from '../subjects/profile-of';
import { raiseProfileNumber } from '../subjects/raise-profile-number';
import { type EnvironmentRow, transaction, type WriteContext } from '../transaction';
import { afterSubjectChange, type Trigger } from './after-subject-change';
import { readMeasure } from './measure';
import type { ProgressRow } from './progress-view';
import { stepOf } from './step';
import type { OnboardingView } from './types';

/** Gives a subject that got further its new number and version. Needs the environment's lock. */
export async function raiseSubject(tx: WriteContext, environment: EnvironmentRow, key: string): Promise<void> {
  const number = await raiseProfileNumber(tx, environment.id);
  await tx.db.subject.update({
    where: { environmentId_key: { environmentId: environment.id, key } },
    data: { number, version: { increment: 1 }, updatedAt: tx.now },
  });
}

/** Moves one subject on as far as its milestones say, and says whether it moved. Needs the environment's lock. */
export async function measureSubject(
  tx: WriteContext,
  environment: EnvironmentRow,
  key: string,
  why: Trigger,
): Promise<boolean> {
  const moved = await afterSubjectChange(tx, environment, [key], why);
  if (moved.length > 0) await raiseSubject(tx, environment, key);
  return moved.length > 0;
}

/**
 * Records what time alone has brought a subject since the last event: whole days since joining make milestones hold.
 * Writes, and takes the lock, only if there is something new; says whether there was.
 */
export async function noticeProgress(
  ctx: ServiceContext,
  environment: EnvironmentRow,
  row: ProgressRow,
  onboarding: OnboardingView,
): Promise<boolean> {
  const measure = await readMeasure(ctx.db, environment, onboarding, { tenants: [row.tenant], now: ctx.now });
  const reached = new Set(row.milestones.map(({ milestone }) => milestone));
  const why: Trigger = { read: true };
  const { milestones, move } = stepOf(measure, { targetingKey: row.key, profile: profileOf(row), reached }, why);
  if (milestones.length === 0 && move === null) return false;
  return transaction(ctx, { environments: [environment.key] }, (tx) =>
    measureSubject(tx, tx.environment(environment.key), row.key, why),
  );
}
