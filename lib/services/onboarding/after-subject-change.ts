import type { Scope } from '../context';
import { profileOf } from '../subjects/profile-of';
import type { ProgressWhy } from '../subjects/types';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { readMeasure } from './measure';
import { readOnboarding } from './read';
import { recordSteps } from './record-steps';
import { stepOf } from './step';

type Writing = Pick<WriteContext<Scope>, 'db' | 'now' | 'newId'>;
/** What happened to the subjects. */
export type Trigger = Pick<ProgressWhy, 'event' | 'identify' | 'read' | 'by'>;

const BATCH = 500;

/**
 * Measures subjects by the project's milestones after something about them was written, and moves them on: each
 * milestone is recorded once with why, stages go forward only. Needs the environment's lock. Returns the keys of
 * subjects that got further; the caller raises number and version of the subjects it wrote.
 */
export async function afterSubjectChange(
  tx: Writing,
  environment: EnvironmentRow,
  subjectKeys: readonly string[],
  why: Trigger,
): Promise<string[]> {
  if (subjectKeys.length === 0) return [];
  const onboarding = await readOnboarding(tx.db, environment.projectId);
  const moved: string[] = [];
  const keys = [...new Set(subjectKeys)];
  for (let start = 0; start < keys.length; start += BATCH) {
    const rows = await tx.db.subject.findMany({
      where: { environmentId: environment.id, key: { in: keys.slice(start, start + BATCH) } },
      include: { milestones: { select: { milestone: true } } },
    });
    const tenants = rows.map(({ tenant }) => tenant);
    const measure = await readMeasure(tx.db, environment, onboarding, { tenants, now: tx.now });
    const steps = rows.map((row) => {
      const reached = new Set(row.milestones.map(({ milestone }) => milestone));
      const standing = { targetingKey: row.key, profile: profileOf(row), reached };
      return { targetingKey: row.key, ...stepOf(measure, standing, why) };
    });
    const further = steps.filter(({ milestones, move }) => milestones.length > 0 || move !== null);
    await recordSteps(tx, environment, further);
    moved.push(...further.map(({ targetingKey }) => targetingKey));
  }
  return moved;
}
