import { RESERVED_ATTRIBUTES } from '@/lib/engine/attributes';
import { keySchema } from '@/lib/schemas/key';
import { identifySchema } from '@/lib/schemas/subject';
import { commentSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { subjectId } from './subject-row';
import type { SubjectView } from './types';
import { readSubjectView } from './view';
import { auditedSubject, withoutNames, writeSubject } from './write-subject';

/** Adds a subject by hand, which no application has told of yet. One that is there already is a conflict. */
export const createSubject = defineVerb({
  verbName: 'subjects.create',
  input: identifySchema.extend({ environment: keySchema, comment: commentSchema.optional() }),
  permission: 'subject.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (
    tx,
    { targetingKey, comment, attributes = {}, role, tenant, joinedAt, ...asked },
  ): Promise<SubjectView> => {
    const environment = tx.environment(asked.environment);
    const found = await tx.db.subject.findUnique({ where: subjectId(environment.id, targetingKey) });
    if (found) {
      throw serviceError('conflict', 'subject_taken', { current: await readSubjectView(tx.db, environment, found) });
    }
    const patch = { attributes: withoutNames(attributes, [...RESERVED_ATTRIBUTES]), role, tenant, joinedAt };
    const why = { by: { id: tx.actor.id, name: tx.actor.name } };
    const { row } = await writeSubject(tx, { environment, targetingKey, row: null, patch, why });
    tx.audit({ action: 'subject.create', environment: environment.key, after: auditedSubject(row), comment });
    return readSubjectView(tx.db, environment, row);
  },
});
