import { createApiKey, revokeApiKey } from '@/lib/actions/keys';

/** The writes to a project's API keys. */
export const keyActions = (project: string) => ({
  create: (input: unknown) => createApiKey(project, input),
  revoke: (input: { id: string }) => revokeApiKey(project, input),
});
