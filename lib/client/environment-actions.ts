import {
  createEnvironment,
  removeEnvironment,
  renewSigningSecret,
  updateEnvironment,
} from '@/lib/actions/environments';

/** The writes to a project's environments. */
export const environmentActions = (project: string) => ({
  create: (input: unknown) => createEnvironment(project, input),
  update: (input: unknown) => updateEnvironment(project, input),
  remove: (input: { key: string; version: number }) => removeEnvironment(project, input),
  renewSecret: (input: { key: string; comment?: string }) => renewSigningSecret(project, input),
});
