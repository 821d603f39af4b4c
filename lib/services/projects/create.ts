import { projectCreateSchema } from '@/lib/schemas/project';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { openProject } from './open-project';
import type { ProjectView } from './types';
import { projectView } from './view';

/** Makes a project; only who manages the whole installation may. */
export const createProject = defineVerb<typeof projectCreateSchema, ProjectView, InstallationScope>({
  verbName: 'projects.create',
  input: projectCreateSchema,
  permission: 'settings.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, input) => projectView(await openProject(tx, input)),
});
