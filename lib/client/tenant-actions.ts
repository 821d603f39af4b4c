import {
  createTenant,
  inviteTenantAdmin,
  removeTenant,
  removeTenantAdmin,
  setTenantRoles,
  updateTenant,
} from '@/lib/actions/tenants';

/** The writes to a project's tenants and their admins. */
export const tenantActions = (project: string) => ({
  create: (input: unknown) => createTenant(project, input),
  update: (input: unknown) => updateTenant(project, input),
  remove: (input: { tenant: string; version: number; comment?: string }) => removeTenant(project, input),
  invite: (input: unknown) => inviteTenantAdmin(project, input),
  setRoles: (tenant: string, input: object) => setTenantRoles({ project, tenant }, input),
  removeAdmin: (input: { tenant: string; id: string }) => removeTenantAdmin(project, input),
});
