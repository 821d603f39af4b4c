import { itemsInForce } from '../items/read';
import { findSubject, type FoundSubject } from '../configurations/find-subject';
import type { TransactionClient } from '../transaction-client';
import type { PlanGround } from './step-instructions';
import type { PlanStep } from './steps';

/** Where the steps of a plan take place, in one environment. */
export interface FoundGround extends PlanGround {
  subject: FoundSubject;
}

/** Which of the groups of steps are segments. */
export async function segmentsAmong(
  db: TransactionClient,
  projectId: string,
  steps: readonly Pick<PlanStep, 'targetGroups'>[],
): Promise<Set<string>> {
  const keys = [...new Set(steps.flatMap(({ targetGroups }) => targetGroups))];
  if (keys.length === 0) return new Set();
  const rows = await db.segment.findMany({ where: { projectId, key: { in: keys } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** A flag in an environment as a step finds it. Throws `not_found`. */
export async function findGround(
  db: TransactionClient,
  projectId: string,
  place: { flag: string; environment: string },
  segments: ReadonlySet<string>,
): Promise<FoundGround> {
  const subject = await findSubject(db, projectId, place);
  const [declared] = await itemsInForce(db, subject.environment.id, 'codeDefault', [place.flag]);
  return {
    subject,
    definition: subject.definition,
    configuration: subject.configuration,
    codeDefault: declared?.kind === 'codeDefault' ? declared.body.variant : null,
    isSegment: (key) => segments.has(key),
  };
}
