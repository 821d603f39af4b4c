import { completeInstructions } from '@/lib/changes/complete';
import { footprintOf } from '@/lib/changes/footprint';
import type { Permission } from '@/lib/permissions/table';
import { changeSchema, type ChangeInput } from '@/lib/schemas/instruction';
import { versionSchema } from '@/lib/schemas/text';
import { applyChange, tryChange } from './apply-change';
import { assertBase } from './assert-base';
import { defineChange } from './define-change';
import { placeShape } from './place';
import type { ConfigurationView, DryRunView } from './types';

const input = changeSchema.extend({ ...placeShape, version: versionSchema });

type Asked = Pick<ChangeInput, 'instructions' | 'dryRun'>;

const isKill = ({ instructions }: Asked): boolean => instructions.every(({ kind }) => kind === 'kill');

/** A dry run is a read; an emergency stop has a permission of its own. */
function permissionOf(asked: Asked): Permission {
  if (asked.dryRun) return 'flag.view';
  return isKill(asked) ? 'config.kill' : 'config.edit';
}

/** Applies instructions to a configuration, on top of what others changed since `version` unless footprints meet. */
export const changeConfiguration = defineChange({
  verbName: 'configurations.change',
  input,
  permissionOf,
  isCommentFree: isKill,
  isDry: ({ dryRun }) => dryRun,
  run: async (tx, { version, dryRun, comment, ...asked }, subject): Promise<ConfigurationView | DryRunView> => {
    const instructions = completeInstructions(subject.definition, asked.instructions, tx.newId);
    await assertBase(tx.db, subject, version, footprintOf(instructions));
    if (dryRun) return tryChange(tx, subject, instructions);
    const action = instructions.every(({ kind }) => kind === 'kill') ? 'config.kill' : 'config.change';
    return applyChange(tx, subject, { instructions, action, comment });
  },
});
