import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { findFlagUsage } from './find-usage';
import { findFlag } from './flag-row';
import { environmentsOf } from './states';
import type { Usage } from './types';

/** Which flags and segments refer to a flag, by environment. */
export const flagUsage = defineRead({
  verbName: 'flags.usage',
  input: z.object({ key: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { key }): Promise<Usage[]> => {
    const { projectId } = ctx.scope;
    await findFlag(ctx.db, projectId, key);
    return findFlagUsage(ctx.db, await environmentsOf(ctx.db, projectId), key);
  },
});
