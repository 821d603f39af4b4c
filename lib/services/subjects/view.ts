import { z } from 'zod';
import { DEFAULT_ONBOARDING } from '@/lib/engine/default-onboarding';
import { itemsInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import { profileOf } from './profile-of';
import type { SubjectRow } from './subject-row';
import type { ProgressWhy, SubjectView } from './types';

/** Of milestones and moves; a subject has no more stages than a project, but moves may be many. */
const MOST_SHOWN = 1_000;

const whySchema: z.ZodType<ProgressWhy> = z.looseObject({});

/** The stages in force in an environment, in order. */
export async function stagesInForce(db: TransactionClient, environmentId: string): Promise<readonly string[]> {
  const [item] = await itemsInForce(db, environmentId, 'onboarding');
  return item?.kind === 'onboarding' ? item.body.stages : DEFAULT_ONBOARDING.stages;
}

/** A stored subject with its way through onboarding. */
export async function readSubjectView(
  db: TransactionClient,
  { id: environmentId, key: environment }: Pick<EnvironmentRow, 'id' | 'key'>,
  row: SubjectRow,
): Promise<SubjectView> {
  const stages = await stagesInForce(db, environmentId);
  const where = { environmentId, subjectKey: row.key };
  const [milestones, moves] = [
    await db.subjectMilestone.findMany({ where, orderBy: [{ at: 'asc' }, { milestone: 'asc' }], take: MOST_SHOWN }),
    await db.stageMove.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: MOST_SHOWN }),
  ];
  const { attributes, counters } = profileOf(row);
  const index = row.stage === null ? -1 : stages.indexOf(row.stage);
  return {
    targetingKey: row.key,
    environment,
    tenant: row.tenant,
    role: row.role,
    attributes,
    counters,
    stage: row.stage,
    stageIndex: index < 0 ? null : index,
    stageAt: row.stageAt?.toISOString() ?? null,
    joinedAt: row.joinedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    milestones: milestones.map(({ milestone: key, at, why }) => ({
      key,
      at: at.toISOString(),
      why: whySchema.parse(why),
    })),
    moves: moves.map(({ from, to, at, why }) => ({ from, to, at: at.toISOString(), why: whySchema.parse(why) })),
    version: row.version,
  };
}
