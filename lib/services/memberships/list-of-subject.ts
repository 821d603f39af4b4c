import { Prisma } from '@/lib/db/generated/client';
import { subjectMembershipListSchema } from '@/lib/schemas/membership';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { readMembershipPage } from './read-page';
import type { MembershipView } from './types';

/** A subject's own memberships of all flags, by start; not those of its tenant. It need not be stored as a subject. */
export const listSubjectMemberships = defineRead({
  verbName: 'memberships.listOfSubject',
  input: subjectMembershipListSchema,
  permission: 'subject.view',
  run: async ({ db, scope, now }, { targetingKey, ...asked }): Promise<Page<MembershipView>> => {
    const environment = await findEnvironment(db, scope.projectId, asked.environment);
    const { limit, cursor, state } = asked;
    const filters = [Prisma.sql`body->>'subject' = ${targetingKey}`];
    return readMembershipPage(db, { environment, filters, state, limit, cursor, now });
  },
});
