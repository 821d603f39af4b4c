import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { membershipCountsSchema } from '@/lib/schemas/membership-group';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { ENDS, FLAG, inForce, STARTS } from './group-sql';
import type { MembershipCounts } from './types';

const rowSchema = z.tuple([z.object({ ended: z.int(), upcoming: z.int(), total: z.int() })]);

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
    const from = Prisma.sql`FROM item i WHERE ${inForce(environmentId)} ${of}`;
    // Each by an index of its own; those open are what is left, since of these far more rows would be read.
    const counted = await db.$queryRaw`
      SELECT (SELECT count(*)::int ${from} AND ${ENDS} <= ${at}) AS ended,
        (SELECT count(*)::int ${from} AND ${STARTS} > ${at}) AS upcoming,
        (SELECT count(*)::int ${from}) AS total`;
    const [{ ended, upcoming, total }] = rowSchema.parse(counted);
    const members = await db.groupMember.count({ where: { environmentId, ...(flag !== undefined && { flag }) } });
    const mark = await db.groupSync.findUnique({ where: { environmentId } });
    const open = total - ended - upcoming;
    return { open, upcoming, past: ended, members, syncedAt: mark?.at.toISOString() ?? null };
  },
});
