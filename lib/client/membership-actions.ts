import {
  addMemberships,
  createMembership,
  removeMembership,
  syncMemberships,
  updateMembership,
} from '@/lib/actions/memberships';

/** The writes to a project's memberships that pages offer. */
export const membershipActions = (project: string) => ({
  create: (input: unknown) => createMembership(project, input),
  addMany: (input: unknown) => addMemberships(project, input),
  update: (input: unknown) => updateMembership(project, input),
  remove: (input: unknown) => removeMembership(project, input),
  sync: (input: unknown) => syncMemberships(project, input),
});
