import type { Scope } from '../context';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';
import type { Move, Step } from './step';

export interface SubjectStep extends Step {
  targetingKey: string;
}
type Writing = Pick<WriteContext<Scope>, 'db' | 'now' | 'newId'>;

/** Stages that subjects entered, in one statement. */
async function enterStages({ db, now }: Writing, environmentId: string, moves: readonly (Move & { key: string })[]) {
  const keys = moves.map(({ key }) => key);
  const stages = moves.map(({ to }) => to);
  await db.$executeRaw`
    UPDATE subject SET stage = entered.stage, stage_at = ${now}
    FROM unnest(${keys}::text[], ${stages}::text[]) AS entered(key, stage)
    WHERE subject.environment_id = ${environmentId} AND subject.key = entered.key`;
}

/**
 * Writes milestones, moves and stages. Needs the environment's lock; number and version of the subjects are raised by
 * whoever writes them.
 */
export async function recordSteps(
  tx: Writing,
  { id: environmentId }: Pick<EnvironmentRow, 'id'>,
  steps: readonly SubjectStep[],
): Promise<void> {
  const milestones = steps.flatMap(({ targetingKey, milestones: reached }) =>
    reached.map(({ key, why }) => ({
      environmentId,
      subjectKey: targetingKey,
      milestone: key,
      at: tx.now,
      why: jsonOf(why),
    })),
  );
  const moves = steps.flatMap(({ targetingKey, move }) => (move ? [{ ...move, key: targetingKey }] : []));
  if (milestones.length > 0) await tx.db.subjectMilestone.createMany({ data: milestones, skipDuplicates: true });
  if (moves.length === 0) return;
  await tx.db.stageMove.createMany({
    data: moves.map(({ key, from, to, why }) => ({
      id: tx.newId(),
      environmentId,
      subjectKey: key,
      from,
      to,
      why: jsonOf(why),
      at: tx.now,
    })),
  });
  await enterStages(tx, environmentId, moves);
}
