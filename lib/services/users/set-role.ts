import { userRoleSchema } from '@/lib/schemas/user';
import { idSchema } from '@/lib/schemas/text';
import { defineUserWrite, ENDS_SESSIONS, type UserTx } from './define-user-write';
import type { HeldRole } from './grants';
import { assertMayGrant } from './may-grant';
import { type AskedRole, resolveAssignments } from './resolve-assignments';
import type { UserRow } from './user-row';

const place = ({ projectId, environmentId }: HeldRole): string => `${projectId ?? ''}/${environmentId ?? ''}`;
const nameOf = (held: HeldRole): string => `${place(held)}/${held.role}`;

/** What the user holds afterwards: a role everywhere is the only one, another takes the place of the one held there. */
async function rolesAfter(tx: UserTx, row: UserRow, one: AskedRole | null, all: readonly AskedRole[]) {
  if (!one) {
    const held = await resolveAssignments(tx.db, all);
    return [...new Map(held.map((each) => [nameOf(each), each])).values()];
  }
  const held = await resolveAssignments(tx.db, [one]);
  if (one.project === undefined) return held;
  const places = new Set(held.map(place));
  return [...row.assignments.filter((each) => !places.has(place(each))), ...held];
}

/** Sets the roles of a user. Their sessions end, so that the new ones hold at once. */
export const setUserRole = defineUserWrite({
  verbName: 'users.setRole',
  action: 'user.setRole',
  input: userRoleSchema.safeExtend({ id: idSchema }),
  isVersioned: true,
  change: async (tx, row, { role, project, environment, assignments = [] }) => {
    const wanted = await rolesAfter(tx, row, role === undefined ? null : { role, project, environment }, assignments);
    const names = new Set(row.assignments.map(nameOf));
    if (wanted.length === names.size && wanted.every((each) => names.has(nameOf(each)))) return null;
    await assertMayGrant(tx, wanted);
    await tx.db.assignment.deleteMany({ where: { userId: row.id } });
    await tx.db.assignment.createMany({
      data: wanted.map(({ role: key, projectId, environmentId }) => ({
        id: tx.newId(),
        userId: row.id,
        role: key,
        projectId,
        environmentId,
      })),
    });
    return ENDS_SESSIONS;
  },
});
