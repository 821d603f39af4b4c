import { conflicts } from '@/lib/changes/footprint';
import type { Instruction } from '@/lib/changes/types';
import { parseStoredInstructions } from '@/lib/schemas/stored-change';
import { isAllowed } from '../authorize';
import { findSubject } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { asServiceError } from '../errors';
import type { TransactionClient } from '../transaction-client';
import { assertFlag } from './assert-flag';
import type { ScheduleRow } from './schedule-row';
import { isEmergency, permissionFor } from './try-instructions';

/** Why somebody has to look at a schedule before it goes on: a code of the catalogue. */
export interface Stopped {
  code: string;
  /** Nothing can be done about it. */
  isOver?: boolean;
}
export interface Ready {
  instructions: Instruction[];
  /** The configuration's version as it was looked at. */
  version: number;
}

/**
 * Whether others changed the same since the schedule was made. What schedules did meanwhile was said beforehand, and
 * takes nobody by surprise: one that switches on in the morning and one that switches off at night go together.
 */
async function isOvertaken(db: TransactionClient, row: ScheduleRow): Promise<boolean> {
  const { flagId, environmentId, baseVersion } = row;
  const since = await db.change.findMany({
    where: { environmentId, kind: 'config', subjectId: flagId, version: { gt: baseVersion } },
    select: { version: true, footprint: true },
  });
  const touching = since.filter(({ footprint }) => conflicts(footprint, row.footprint));
  if (touching.length === 0) return false;
  const made = await db.scheduleRun.findMany({
    where: {
      outcome: 'applied',
      configVersion: { in: touching.map(({ version }) => version) },
      schedule: { flagId, environmentId },
    },
    select: { configVersion: true },
  });
  const own = new Set(made.map(({ configVersion }) => configVersion));
  return touching.some(({ version }) => !own.has(version));
}

/** Whether a schedule may be carried out as things are now. */
export async function readyToRun(
  db: TransactionClient,
  row: ScheduleRow,
  author: ServiceContext<ProjectScope> | null,
): Promise<Ready | Stopped> {
  try {
    await assertFlag(db, row);
  } catch (thrown) {
    const code = asServiceError(thrown)?.code;
    if (code !== 'flag_gone' && code !== 'flag_archived') throw thrown;
    return { code, isOver: code === 'flag_gone' };
  }
  const instructions = parseStoredInstructions(row.instructions);
  if (!instructions) return { code: 'stored_unreadable' };
  if (!author) return { code: 'author_gone' };
  if (!isAllowed(author, permissionFor(instructions), [row.environment])) return { code: 'author_forbidden' };
  const needsApproval = row.environment.requiredApprovals > 0 && !isEmergency(instructions);
  if (needsApproval && row.requestId === null) return { code: 'approval_missing' };
  if (await isOvertaken(db, row)) return { code: 'version_conflict' };
  const place = { flag: row.flag, environment: row.environment.key };
  const { configuration } = await findSubject(db, row.projectId, place);
  return { instructions, version: configuration.version };
}
