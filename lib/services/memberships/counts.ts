import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { membershipCountsSchema } from '@/lib/schemas/membership-group';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { ENDS, FLAG, inForce, STARTS } from './group-sql';
import type { MembershipCounts } from './types';

const rowSchema = z.tuple([z.object({ count: z.int() })]);

/** How many memberships an environment has, or one flag in it, by where now lies; and members of groups. */
export const countMemberships = defineRead({
  verbName: 'memberships.counts',
  input: membershipCountsSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { environment: name, flag }): Promise<MembershipCounts> => {
    const { id: environmentId } = await findEnvironment(db, scope.projectId, name);
    if (flag !== undefined) await findFlag(db, scope.projectId, flag);
    const of = flag === undefined ? Prisma.empty : Prisma.sql`AND ${FLAG} = ${flag}`;
    const at = now.toISOString();
    const count = async (more: Prisma.Sql): Promise<number> => {
      const found = await db.$queryRaw`
        SELECT count(*)::int AS count FROM item i WHERE ${inForce(environmentId)} ${of} ${more}`;
      return rowSchema.parse(found)[0].count;
    };
    // Each by an index of its own, at once; those open are what is left, since far more rows would be read for them.
    const [total, ended, upcoming, members] = await Promise.all([
      count(Prisma.empty),
      count(Prisma.sql`AND ${ENDS} <= ${at}`),
      count(Prisma.sql`AND ${STARTS} > ${at}`),
      db.groupMember.count({ where: { environmentId, ...(flag !== undefined && { flag }) } }),
    ]);
    const mark = await db.groupSync.findUnique({ where: { environmentId } });
    const open = Math.max(0, total - ended - upcoming);
    return { open, upcoming, past: ended, members, syncedAt: mark?.at.toISOString() ?? null };
  },
});
