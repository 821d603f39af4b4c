import { z } from 'zod';
import { defineRead } from '../define-verb';
import { findSubject } from './find-subject';
import { placeShape } from './place';
import type { ConfigurationView } from './types';
import { configurationView } from './view';

export const getConfiguration = defineRead({
  verbName: 'configurations.get',
  input: z.object(placeShape),
  permission: 'flag.view',
  run: async (ctx, place): Promise<ConfigurationView> => {
    const { configuration } = await findSubject(ctx.db, ctx.scope.projectId, place);
    return configurationView(place.flag, place.environment, configuration);
  },
});
