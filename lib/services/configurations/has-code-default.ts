import { z } from 'zod';
import { defineRead } from '../define-verb';
import { isInForce } from '../items/read';
import { findEnvironment } from './find-subject';
import { placeShape } from './place';

/** Whether the application declared a default for the flag in an environment, so that it can be followed. */
export const hasCodeDefault = defineRead({
  verbName: 'configurations.hasCodeDefault',
  input: z.object(placeShape),
  permission: 'flag.view',
  run: async (ctx, { flag, environment }): Promise<boolean> => {
    const { id } = await findEnvironment(ctx.db, ctx.scope.projectId, environment);
    return isInForce(ctx.db, id, 'codeDefault', flag);
  },
});
