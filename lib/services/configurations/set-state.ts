import type { Instruction } from '@/lib/changes/types';
import type { Permission } from '@/lib/permissions/table';
import { switchSchema } from '@/lib/schemas/configuration';
import { serviceError } from '../errors';
import { isInForce } from '../items/read';
import type { WriteContext } from '../transaction';
import { applyChange } from './apply-change';
import { defineChange } from './define-change';
import type { FoundSubject } from './find-subject';
import { placeShape } from './place';
import { configurationView } from './view';

const input = switchSchema.extend(placeShape);

interface Switch {
  instruction: Extract<Instruction['kind'], 'turnOn' | 'turnOff' | 'followDefault' | 'kill' | 'revive'>;
  action: string;
  permission?: Permission;
  isCommentFree?: boolean;
  check?: (subject: FoundSubject, tx: WriteContext) => Promise<void>;
}

/** Declares a switch: idempotent and without a version, since it says all that it wants. */
function defineSwitch(verbName: string, { instruction, action, permission, isCommentFree, check }: Switch) {
  return defineChange({
    verbName,
    input,
    permission,
    isCommentFree: () => isCommentFree ?? false,
    run: async (tx, { comment }, subject) => {
      await check?.(subject, tx);
      return applyChange(tx, subject, { instructions: [{ kind: instruction }], action, comment });
    },
  });
}

/** Refused with `flag_killed` while the flag is killed. */
export const enableFlag = defineSwitch('configurations.enable', { instruction: 'turnOn', action: 'config.enable' });

export const disableFlag = defineSwitch('configurations.disable', { instruction: 'turnOff', action: 'config.disable' });

/** In conflict where there is nothing to follow, or nothing set that would give way to it. */
export const followDefault = defineSwitch('configurations.followDefault', {
  instruction: 'followDefault',
  action: 'config.followDefault',
  check: async ({ row, environment, configuration }, { db }) => {
    const current = configurationView(row.key, environment.key, configuration);
    if (configuration.state === 'default') throw serviceError('conflict', 'already_following_default', { current });
    const isDeclared = await isInForce(db, environment.id, 'codeDefault', row.key);
    if (!isDeclared) throw serviceError('conflict', 'no_code_default', { current });
  },
});

/** The emergency stop: no comment, no version, a permission of its own. */
export const killFlag = defineSwitch('configurations.kill', {
  instruction: 'kill',
  action: 'config.kill',
  permission: 'config.kill',
  isCommentFree: true,
});

export const reviveFlag = defineSwitch('configurations.revive', { instruction: 'revive', action: 'config.revive' });
