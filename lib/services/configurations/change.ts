import { z } from 'zod';
import { completeInstructions } from '@/lib/changes/complete';
import { footprintOf } from '@/lib/changes/footprint';
import type { Permission } from '@/lib/permissions/table';
import { changeSchema, type ChangeInput } from '@/lib/schemas/instruction';
import { versionSchema } from '@/lib/schemas/text';
import { takeWish } from '../approvals/wish';
import { authorizeMember } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing } from '../define-verb';
import { serviceError } from '../errors';
import { createSchedule } from '../schedules/create';
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

const change = defineChange({
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

const later = z.looseObject({ at: z.unknown().refine((at) => at !== undefined), dryRun: z.literal(false).optional() });

/** Keeps a change that is given an instant as a schedule, and answers that. */
async function scheduleChange(ctx: ServiceContext<ProjectScope>, raw: unknown): Promise<never> {
  authorizeMember(ctx);
  const { input: asked, wish } = takeWish(raw);
  const { version, dryRun: _, ...body } = parseInput(input, asked);
  // The body's own words: it is made whole where it is kept.
  const { instructions } = z.looseObject({ instructions: z.unknown() }).parse(asked);
  const schedule = await createSchedule(ctx, { ...body, instructions, baseVersion: version, ...wish });
  throw serviceError('accepted', 'change_scheduled', { accepted: { schedule } });
}

/**
 * Applies instructions to a configuration, on top of what others changed since `version` unless footprints meet; with
 * `at`, they are kept as a schedule.
 */
export const changeConfiguration = Object.assign(
  (ctx: ServiceContext<ProjectScope>, raw: unknown): Promise<ConfigurationView | DryRunView> =>
    later.safeParse(raw).success ? refusing(ctx, change.verbName, () => scheduleChange(ctx, raw)) : change(ctx, raw),
  change,
);
