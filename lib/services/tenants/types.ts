import type { JsonObject } from '@/lib/engine/types';

/** A customer organisation. */
export interface TenantView {
  id: string;
  key: string;
  name: string;
  /** What rules read as `tenantInfo.*`. */
  attributes: JsonObject;
  version: number;
  createdAt: string;
  updatedAt: string;
}
/** A row of the tenant list. */
export interface TenantListItem extends TenantView {
  /** Overrides in force of flags that are shown: in the environment asked for, else in all. */
  overrides: number;
  admins: number;
}
/** Subject roles of a tenant's own, and the project's roles they may rank with, from the lowest to the highest. */
export interface TenantRolesView {
  roles: { key: string; ranksWith: string }[];
  projectRoles: string[];
  version: number;
}
/** An environment, and whether who asks may set the tenant's overrides there. */
export interface TenantEnvironment {
  key: string;
  name: string;
  color: string;
  protected: boolean;
  openToTenants: boolean;
  requireComment: boolean;
  mayEdit: boolean;
}
/** A tenant as its own admins see it: where they are and in which environments they may act. */
export interface TenantHomeView {
  project: { key: string; name: string };
  tenant: { key: string; name: string };
  /** In their order; a tenant's admin is told only of those open to tenants. */
  environments: TenantEnvironment[];
  /** Whether who asks may set overrides in some environment. */
  mayEdit: boolean;
}
/** One of a tenant's own administrators. */
export interface TenantAdminView {
  id: string;
  email: string;
  name: string;
  /** Whether a password was set: false until the invitation is accepted. */
  active: boolean;
  /** Kept out by an administrator of the installation. */
  disabled: boolean;
  createdAt: string;
}
/** The answer of an invitation. The link works once and is shown once; a user who has a password needs none. */
export interface InvitedTenantAdminView extends TenantAdminView {
  inviteUrl?: string;
}
/** A tenant that the signed-in user administers. */
export interface AdministeredTenantView {
  project: { key: string; name: string };
  tenant: { key: string; name: string };
}
