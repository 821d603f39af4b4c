import { z } from 'zod';
import type { TenantScope } from '../context';
import { defineRead } from '../define-verb';
import { readOnboarding } from '../onboarding/read';
import { findTenantById, rolesOf } from './tenant-row';
import type { TenantRolesView } from './types';

const input = z.object({});

/** A tenant's own subject roles. */
export const getTenantRoles = defineRead<typeof input, TenantRolesView, TenantScope>({
  verbName: 'tenants.getRoles',
  input,
  permission: 'flag.view',
  run: async ({ db, scope }) => {
    const row = await findTenantById(db, scope.tenantId);
    const { roles: projectRoles } = await readOnboarding(db, scope.projectId);
    return { roles: rolesOf(row), projectRoles, version: row.version };
  },
});
