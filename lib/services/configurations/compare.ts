import { z } from 'zod';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import type { Sentence } from '@/lib/changes/sentence';
import type { Instruction } from '@/lib/changes/types';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { findSubject } from './find-subject';

/** What would make a flag in `to` as it is in `from`; an emergency stop is not copied. */
export const compareEnvironments = defineRead({
  verbName: 'configurations.compare',
  input: z.object({ flag: keySchema, from: keySchema, to: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { flag, from, to }): Promise<{ messages: Sentence[]; instructions: Instruction[] }> => {
    const { projectId } = ctx.scope;
    const source = await findSubject(ctx.db, projectId, { flag, environment: from });
    const target = await findSubject(ctx.db, projectId, { flag, environment: to });
    const { killed } = target.configuration;
    const instructions = diff(target, { ...source.configuration, killed });
    return { messages: describe(target, instructions), instructions };
  },
});
