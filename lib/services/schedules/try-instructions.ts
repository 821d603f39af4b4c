import { applyInstructions } from '@/lib/changes/apply';
import { asChangeError } from '@/lib/changes/issue';
import { completeInstructions } from '@/lib/changes/complete';
import { footprintOf } from '@/lib/changes/footprint';
import type { Instruction } from '@/lib/changes/types';
import type { Permission } from '@/lib/permissions/table';
import type { ChangeInput } from '@/lib/schemas/instruction';
import { tryChange } from '../configurations/apply-change';
import { assertBase } from '../configurations/assert-base';
import type { FoundSubject } from '../configurations/find-subject';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';

/** Whether instructions are an emergency stop: it needs no approval and no comment. */
export const isEmergency = (instructions: readonly { kind: string }[]): boolean =>
  instructions.every(({ kind }) => kind === 'kill');

/** What whoever wants instructions carried out needs. */
export const permissionFor = (instructions: readonly { kind: string }[]): Permission =>
  isEmergency(instructions) ? 'config.kill' : 'config.edit';

interface Asked {
  instructions: ChangeInput['instructions'];
  /** They were made on this; on what is stored now unless it is named. */
  baseVersion: number | undefined;
  /** Whether they will be carried out again and again. */
  isRepeated: boolean;
}

/** Instructions made whole, once it is known that they could be applied now. Throws what applying them would throw. */
export async function tryInstructions(
  tx: Pick<WriteContext, 'db' | 'scope' | 'newId'>,
  subject: FoundSubject,
  { instructions: drafts, baseVersion, isRepeated }: Asked,
): Promise<Instruction[]> {
  if (subject.row.archivedAt !== null) throw serviceError('refused', 'flag_archived');
  const instructions = completeInstructions(subject.definition, drafts, tx.newId);
  if (baseVersion !== undefined) await assertBase(tx.db, subject, baseVersion, footprintOf(instructions));
  await tryChange(tx, subject, instructions);
  if (isRepeated) assertRepeatable(subject, instructions);
  return instructions;
}

/** Throws for what can be done once only, such as removing a rule. */
function assertRepeatable(subject: FoundSubject, instructions: readonly Instruction[]): void {
  const configuration = applyInstructions(subject, instructions);
  try {
    applyInstructions({ ...subject, configuration }, instructions);
  } catch (thrown) {
    const refused = asChangeError(thrown);
    if (!refused) throw thrown;
    const message = 'This can be done once only: it cannot be scheduled again and again.';
    const issues = refused.issues.map(({ path }) => ({ path, code: 'not_repeatable', message }));
    throw serviceError('refused', 'not_repeatable', { issues, cause: thrown });
  }
}
