import { createRole, removeRole, updateRole } from '@/lib/actions/roles';

/** The writes to custom roles. */
export const roleActions = {
  create: (input: unknown) => createRole(input),
  update: (input: unknown) => updateRole(input),
  remove: (input: { key: string; version?: number }) => removeRole(input),
};
