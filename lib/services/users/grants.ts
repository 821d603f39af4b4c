import { z } from 'zod';
import type { Grant } from '@/lib/permissions/allows';
import {
  BUILT_IN_ROLES,
  PERMISSIONS,
  ROLE_TABLE,
  type BuiltInRole,
  type RoleDefinition,
} from '@/lib/permissions/table';
import type { TransactionClient } from '../transaction';

/** A role held somewhere: an assignment of a user, or what an admin key has. */
export interface HeldRole {
  role: string;
  projectId: string | null;
  environmentId: string | null;
}
type Reader = Pick<TransactionClient, 'role'>;

const builtIn = z.enum(BUILT_IN_ROLES);
const known = new Set<string>(PERMISSIONS);
const permission = z.enum(PERMISSIONS);

export const isBuiltIn = (role: string): role is BuiltInRole => builtIn.safeParse(role).success;

/** What these roles allow, by key. A role that is gone, or a permission this release does not know, allows nothing. */
export async function roleDefinitions(db: Reader, roles: readonly string[]): Promise<Map<string, RoleDefinition>> {
  const found = new Map<string, RoleDefinition>();
  for (const role of roles) if (isBuiltIn(role)) found.set(role, ROLE_TABLE[role]);
  const custom = [...new Set(roles)].filter((role) => !found.has(role));
  if (custom.length === 0) return found;
  for (const row of await db.role.findMany({ where: { key: { in: custom } } })) {
    const permissions = row.permissions.filter((name) => known.has(name)).map((name) => permission.parse(name));
    found.set(row.key, { permissions, reachesProtected: row.reachesProtected });
  }
  return found;
}

/** The grants of an actor. */
export async function grantsOf(db: Reader, held: readonly HeldRole[]): Promise<Grant[]> {
  const definitions = await roleDefinitions(
    db,
    held.map(({ role }) => role),
  );
  return held.flatMap(({ role, projectId, environmentId }) => {
    const definition = definitions.get(role);
    return definition ? [{ ...definition, projectId, environmentId }] : [];
  });
}

function covers(own: Grant, asked: Grant): boolean {
  if (own.projectId !== null && own.projectId !== asked.projectId) return false;
  if (own.environmentId !== null && own.environmentId !== asked.environmentId) return false;
  return own.reachesProtected || !asked.reachesProtected;
}

/** Whether everything these grants allow is allowed to the holder of `own` too: nobody gives away more than they have. */
export function isWithin(own: readonly Grant[], asked: readonly Grant[]): boolean {
  return asked.every((grant) =>
    grant.permissions.every((name) => own.some((mine) => mine.permissions.includes(name) && covers(mine, grant))),
  );
}
