import { groupMembersSchema } from '@/lib/schemas/membership-group';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import type { Page } from '../page';
import type { GroupMemberView } from './types';

/** A flag's group as synchronisation copied it last, by membership: for exports. */
export const listGroupMembers = defineRead({
  verbName: 'memberships.listMembers',
  input: groupMembersSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { flag, environment, limit, cursor }): Promise<Page<GroupMemberView>> => {
    const { id: environmentId } = await findEnvironment(db, scope.projectId, environment);
    const { key } = await findFlag(db, scope.projectId, flag);
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const where = { environmentId, flag: key };
    const rows = await db.groupMember.findMany({
      where: { ...where, ...(after !== undefined && { membership: { gt: after } }) },
      orderBy: { membership: 'asc' },
      take: limit + 1,
    });
    const page = cutPage(
      rows,
      limit,
      ({ membership, subject, tenant, variant, startsAt, endsAt, since }): GroupMemberView => ({
        membership,
        subject,
        tenant,
        variant,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        since: since.toISOString(),
      }),
      ({ membership }) => [membership],
    );
    return { ...page, total: await db.groupMember.count({ where }) };
  },
});
