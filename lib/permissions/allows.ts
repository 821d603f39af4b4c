import { EDIT_PERMISSIONS, type Permission, type RoleDefinition } from './table';

/** One role held by an actor. A null project is every project; a null environment is every environment of it. */
export interface Grant extends RoleDefinition {
  projectId: string | null;
  environmentId: string | null;
}

/** An environment whose answers a write can change. */
export interface ReachedEnvironment {
  id: string;
  protected: boolean;
  /** Whether admins of tenants may act in it. */
  openToTenants?: boolean;
}

/** Whether the actor belongs to the project at all: strangers are told 404. */
export function isMember(grants: readonly Grant[], projectId: string): boolean {
  return grants.some((grant) => grant.projectId === null || grant.projectId === projectId);
}

/**
 * Whether the grants hold a permission in a project, for every environment a write reaches. Without reached
 * environments the permission itself suffices, from a grant that covers any part of the project.
 */
export function allows(
  grants: readonly Grant[],
  permission: Permission,
  projectId: string | null,
  reached: readonly ReachedEnvironment[] = [],
): boolean {
  const held = grants.filter(
    (grant) => (grant.projectId === null || grant.projectId === projectId) && grant.permissions.includes(permission),
  );
  if (held.length === 0) return false;
  if (!EDIT_PERMISSIONS.includes(permission)) {
    const wide = held.filter((grant) => grant.environmentId === null);
    if (reached.length === 0) return wide.length > 0 || permission.endsWith('.view');
  }
  return reached.every((environment) =>
    held.some(
      (grant) =>
        (grant.environmentId === null || grant.environmentId === environment.id) &&
        (grant.reachesProtected || !environment.protected || !EDIT_PERMISSIONS.includes(permission)),
    ),
  );
}
