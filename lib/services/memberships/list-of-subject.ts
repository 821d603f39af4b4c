import { Prisma } from '@/lib/db/generated/client';
import { subjectMembershipListSchema } from '@/lib/schemas/membership';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { serviceError } from '../errors';
import type { Page } from '../page';
import { subjectId } from '../subjects/subject-row';
import type { TransactionClient } from '../transaction-client';
import { readMembershipPage } from './read-page';
import type { MembershipView } from './types';

/** Somebody unknown, with no membership either, is `not_found`. */
async function assertKnown(db: TransactionClient, environmentId: string, key: string): Promise<void> {
  if (await db.subject.findUnique({ where: subjectId(environmentId, key), select: { key: true } })) return;
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM item WHERE environment_id = ${environmentId} AND kind = 'membership' AND to_number IS NULL
      AND body->>'subject' = ${key} LIMIT 1`;
  if (found.length === 0) throw serviceError('not_found');
}

/** A subject's own memberships of all flags, by start; not those of its tenant. It need not be stored as a subject. */
export const listSubjectMemberships = defineRead({
  verbName: 'memberships.listOfSubject',
  input: subjectMembershipListSchema,
  permission: 'subject.view',
  run: async ({ db, scope, now }, { targetingKey, ...asked }): Promise<Page<MembershipView>> => {
    const environment = await findEnvironment(db, scope.projectId, asked.environment);
    await assertKnown(db, environment.id, targetingKey);
    const { limit, cursor, state } = asked;
    const filters = [Prisma.sql`body->>'subject' = ${targetingKey}`];
    return readMembershipPage(db, { environment, filters, state, limit, cursor, now });
  },
});
