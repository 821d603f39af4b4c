import { environmentCreateSchema } from '@/lib/schemas/environment';
import { defineVerb } from '../define-verb';
import { openEnvironment } from './open-environment';
import type { EnvironmentView } from './types';
import { environmentView } from './view';

/** Makes an environment with every flag off and every segment empty. */
export const createEnvironment = defineVerb({
  verbName: 'environments.create',
  input: environmentCreateSchema,
  permission: 'settings.manage',
  locks: () => ({ environments: 'all' }),
  reaches: () => [],
  run: async (tx, input): Promise<EnvironmentView> =>
    environmentView(await openEnvironment(tx, tx.scope.projectId, input)),
});
