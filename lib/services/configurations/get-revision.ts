import { z } from 'zod';
import { versionSchema } from '@/lib/schemas/text';
import { defineRead } from '../define-verb';
import { configurationAt } from './at-version';
import { findSubject } from './find-subject';
import { placeShape } from './place';
import type { ConfigurationView } from './types';
import { configurationView } from './view';

/** A configuration as it was at a version. */
export const getRevision = defineRead({
  verbName: 'configurations.getRevision',
  input: z.object({ ...placeShape, version: z.coerce.number().pipe(versionSchema) }),
  permission: 'flag.view',
  run: async (ctx, { flag, environment, version }): Promise<ConfigurationView> => {
    const subject = await findSubject(ctx.db, ctx.scope.projectId, { flag, environment });
    return configurationView(flag, environment, await configurationAt(ctx.db, subject, version));
  },
});
