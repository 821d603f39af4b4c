import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import type { EnvironmentView } from './types';
import { environmentView } from './view';

export const getEnvironment = defineRead({
  verbName: 'environments.get',
  input: z.object({ key: keySchema }),
  permission: 'flag.view',
  run: async (ctx, { key }): Promise<EnvironmentView> =>
    environmentView(await findEnvironment(ctx.db, ctx.scope.projectId, key)),
});
