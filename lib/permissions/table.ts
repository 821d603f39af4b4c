/** What may be done. Reads need `flag.view`, `subject.view` or `audit.view`; everything else is a write. */
export const PERMISSIONS = [
  'flag.view',
  'subject.view',
  'audit.view',
  'flag.edit',
  'config.edit',
  'config.kill',
  'segment.edit',
  'override.edit',
  'membership.edit',
  'plan.edit',
  'subject.edit',
  'experiment.edit',
  'approval.give',
  'flag.delete',
  'key.manage',
  'user.manage',
  'settings.manage',
  'approval.bypass',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const BUILT_IN_ROLES = ['viewer', 'developer', 'editor', 'admin'] as const;
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

const VIEW: Permission[] = ['flag.view', 'subject.view', 'audit.view'];
/** What stops at a protected environment that a role does not reach. */
export const EDIT_PERMISSIONS: readonly Permission[] = [
  'flag.edit',
  'config.edit',
  'config.kill',
  'segment.edit',
  'override.edit',
  'membership.edit',
  'plan.edit',
  'subject.edit',
  'experiment.edit',
];

/** What a customer's own administrator may do in their tenant, of flags that tenants manage. */
export const TENANT_ADMIN_PERMISSIONS: readonly Permission[] = ['flag.view', 'audit.view', 'override.edit'];

/** A role as rules of access: what it may do, and whether its edits may reach protected environments. */
export interface RoleDefinition {
  permissions: readonly Permission[];
  reachesProtected: boolean;
}

export const ROLE_TABLE: Readonly<Record<BuiltInRole, RoleDefinition>> = {
  viewer: { permissions: VIEW, reachesProtected: false },
  developer: { permissions: [...VIEW, ...EDIT_PERMISSIONS], reachesProtected: false },
  editor: { permissions: [...VIEW, ...EDIT_PERMISSIONS, 'approval.give'], reachesProtected: true },
  admin: { permissions: [...PERMISSIONS], reachesProtected: true },
};
