import type { Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import { changeConfiguration } from '../configurations/change';
import type { WriteContext } from '../transaction';
import type { LoadedPlan } from './plan-row';

/**
 * Changes the plan's flag as anybody would, through the same write path; who may start the plan may do all of it. It
 * carries a comment where environments want one. Answers the version in force after it.
 */
export async function changeFlag(
  tx: WriteContext,
  { row }: LoadedPlan,
  environment: string,
  { version }: Configuration,
  { instructions, comment }: { instructions: Instruction[]; comment?: string },
): Promise<number> {
  if (instructions.length === 0) return version;
  const approval = tx.approval ?? { id: row.requestId ?? row.id };
  const change = { flag: row.flag, environment, version, instructions, comment: comment?.trim() || row.name };
  const after = await changeConfiguration.within({ ...tx, approval }, change);
  return 'version' in after ? after.version : version;
}
