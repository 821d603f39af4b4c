import { createProject, removeProject, updateProject } from '@/lib/actions/projects';

/** The writes to projects. */
export const projectActions = {
  create: (input: unknown) => createProject(input),
  update: (input: unknown) => updateProject(input),
  remove: (input: { key: string; version: number }) => removeProject(input),
};
