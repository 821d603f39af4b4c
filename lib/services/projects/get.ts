import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import type { InstallationScope } from '../context';
import { defineRead } from '../define-verb';
import { findProject } from './find-project';
import type { ProjectView } from './types';
import { projectView } from './view';

const input = z.object({ key: keySchema });

export const getProject = defineRead<typeof input, ProjectView, InstallationScope>({
  verbName: 'projects.get',
  input,
  permission: 'flag.view',
  anywhere: true,
  run: async (ctx, { key }) => projectView(await findProject(ctx.db, ctx.actor, key)),
});
