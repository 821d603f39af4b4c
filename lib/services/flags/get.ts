import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { findFlag } from './flag-row';
import type { FlagView } from './types';
import { readFlagView } from './view';

export const getFlag = defineRead({
  verbName: 'flags.get',
  input: z.object({ key: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { key }): Promise<FlagView> =>
    readFlagView(ctx.db, await findFlag(ctx.db, ctx.scope.projectId, key)),
});
