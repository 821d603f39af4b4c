import { z } from 'zod';
import { defineRead } from '../define-verb';
import { findSubject } from './find-subject';
import { placeShape } from './place';
import type { RuleView } from './types';

/** The rules of a configuration in the order in which they answer. */
export const listRules = defineRead({
  verbName: 'configurations.listRules',
  input: z.object(placeShape),
  permission: 'flag.view',
  run: async (ctx, place): Promise<RuleView[]> => {
    const { configuration } = await findSubject(ctx.db, ctx.scope.projectId, place);
    return configuration.rules.map((rule) => ({ ...rule, version: configuration.version }));
  },
});
