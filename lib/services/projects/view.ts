import type { Prisma } from '@/lib/db/generated/client';
import type { ProjectView } from './types';

export type ProjectRow = Prisma.ProjectGetPayload<object>;

export const projectView = ({ id, key, name, version, createdAt }: ProjectRow): ProjectView => ({
  id,
  key,
  name,
  version,
  createdAt: createdAt.toISOString(),
});
