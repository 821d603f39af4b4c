import type { FlagDefinition } from '@/lib/engine/types';
import { itemsInForce, readItem } from '../items/read';
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

/** An environment of a plan, with what of the flag is in force there. */
export interface EnvironmentGround extends PlanGround {
  environmentId: string;
}

/** The environments of a plan as they are now, by key; those that are gone are left out. Two queries. */
export async function groundsOf(
  db: TransactionClient,
  projectId: string,
  plan: { flag: string; environments: readonly string[]; definition: FlagDefinition },
  segments: ReadonlySet<string>,
): Promise<Map<string, EnvironmentGround>> {
  const { flag, environments, definition } = plan;
  const rows = await db.environment.findMany({
    where: { projectId, key: { in: [...environments] } },
    select: { id: true, key: true },
  });
  const ids = rows.map(({ id }) => id);
  const stored = await db.item.findMany({
    where: { environmentId: { in: ids }, kind: { in: ['config', 'codeDefault'] }, key: flag, toNumber: null },
    select: { environmentId: true, kind: true, key: true, body: true },
  });
  const items = stored.map((row) => ({ environmentId: row.environmentId, ...readItem(row) }));
  const grounds = rows.flatMap(({ id, key }): [string, EnvironmentGround][] => {
    const there = items.filter(({ environmentId }) => environmentId === id);
    const config = there.find((item) => item.kind === 'config');
    const declared = there.find((item) => item.kind === 'codeDefault');
    if (config?.kind !== 'config') return [];
    const codeDefault = declared?.kind === 'codeDefault' ? declared.body.variant : null;
    const isSegment = (group: string): boolean => segments.has(group);
    return [[key, { environmentId: id, definition, configuration: config.body, codeDefault, isSegment }]];
  });
  return new Map(grounds);
}
