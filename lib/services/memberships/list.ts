import { Prisma } from '@/lib/db/generated/client';
import { membershipListSchema } from '@/lib/schemas/membership';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import type { Page } from '../page';
import { readMembershipPage } from './read-page';
import type { MembershipView } from './types';

/** The memberships of a flag in an environment, by start. */
export const listMemberships = defineRead({
  verbName: 'memberships.list',
  input: membershipListSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { flag, subject, tenant, ...asked }): Promise<Page<MembershipView>> => {
    const environment = await findEnvironment(db, scope.projectId, asked.environment);
    const row = await findFlag(db, scope.projectId, flag);
    const { limit, cursor, state } = asked;
    const filters = [Prisma.sql`split_part(key, '/', 1) = ${row.key}`];
    if (subject !== undefined) filters.push(Prisma.sql`body->>'subject' = ${subject}`);
    if (tenant !== undefined) filters.push(Prisma.sql`body->>'tenant' = ${tenant}`);
    return readMembershipPage(db, { environment, filters, state, limit, cursor, now });
  },
});
