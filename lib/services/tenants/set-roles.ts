import { same } from '@/lib/changes/same';
import { tenantRolesSchema } from '@/lib/schemas/tenant';
import { versionSchema } from '@/lib/schemas/text';
import { actsAsTenantAdmin } from '../authorize';
import type { TenantScope } from '../context';
import { defineVerb } from '../define-verb';
import { type Issue, serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { readOnboarding } from '../onboarding/read';
import { requireVersion } from '../require-version';
import { tenantItem } from './tenant-item';
import { findTenantById, rolesOf, type TenantRole } from './tenant-row';
import type { TenantRolesView } from './types';

const input = tenantRolesSchema.extend({ version: versionSchema });

/** Refuses a role that the project has itself, and one that ranks with none of the project's. */
function refuseRoles(roles: readonly TenantRole[], projectRoles: readonly string[]): void {
  const problem = (path: string, code: string, message: string): Issue => ({ path, code, message });
  const issues = roles.flatMap(({ key, ranksWith }, index) => [
    ...(projectRoles.includes(key)
      ? [problem(`roles.${index}.key`, 'project_role', 'The project has a role of this name already.')]
      : []),
    ...(projectRoles.includes(ranksWith)
      ? []
      : [problem(`roles.${index}.ranksWith`, 'unknown_subject_role', 'The project has no role of this name.')]),
  ]);
  const [first] = issues;
  if (first) throw serviceError('refused', first.code, { issues });
}

/**
 * Says which subject roles a tenant has of its own. They count wherever its subjects are evaluated: its own admins may
 * say so for their organisation, a member of the project needs every environment.
 */
export const setTenantRoles = defineVerb<typeof input, TenantRolesView, TenantScope>({
  verbName: 'tenants.setRoles',
  input,
  permission: 'override.edit',
  locks: () => ({ environments: 'all' }),
  reaches: (tx) => (actsAsTenantAdmin(tx, 'override.edit', tx.environments) ? [] : tx.environments),
  comment: ({ comment }) => comment,
  run: async (tx, { version, roles, comment }) => {
    const row = await findTenantById(tx.db, tx.scope.tenantId);
    const before = rolesOf(row);
    const { roles: projectRoles } = await readOnboarding(tx.db, tx.scope.projectId);
    requireVersion(version, row.version, { roles: before, projectRoles, version: row.version });
    if (same(before, roles)) return { roles, projectRoles, version };
    refuseRoles(roles, projectRoles);
    const stored = await tx.db.tenant.update({
      where: { id: row.id },
      data: { roles: jsonOf(roles), version: { increment: 1 }, updatedAt: tx.now },
    });
    for (const { id } of tx.environments) tx.items.put(id, 'tenant', row.key, tenantItem(stored));
    tx.audit({ action: 'tenant.setRoles', tenant: row.key, before: { roles: before }, after: { roles }, comment });
    return { roles, projectRoles, version: stored.version };
  },
});
