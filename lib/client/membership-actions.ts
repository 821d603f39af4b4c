import { createMembership, removeMembership } from '@/lib/actions/memberships';

/** The writes to a project's memberships that pages offer. */
export const membershipActions = (project: string) => ({
  create: (input: unknown) => createMembership(project, input),
  remove: (input: unknown) => removeMembership(project, input),
});
