import { z } from 'zod';
import { attributeName, RESERVED_ATTRIBUTES } from '@/lib/engine/attributes';
import { keySchema } from '@/lib/schemas/key';
import { identifySchema } from '@/lib/schemas/subject';
import { defineVerb } from '../define-verb';
import { itemsInForce } from '../items/read';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { subjectId } from './subject-row';
import type { SubjectView } from './types';
import { readSubjectView } from './view';
import { auditedSubject, type SubjectPatch, withoutNames, writeSubject } from './write-subject';

const input = identifySchema.extend({
  environment: keySchema,
  /** Whether a server says it. A client that has proven whom it speaks of is still not believed about all. */
  isTrusted: z.boolean(),
});
type Asked = z.output<typeof input>;

/** What is taken of what was said: of a client nothing that it could gain by. */
async function believed(tx: WriteContext, environment: EnvironmentRow, asked: Asked): Promise<SubjectPatch> {
  const { attributes = {}, role, tenant, joinedAt, isTrusted } = asked;
  const reserved = [...RESERVED_ATTRIBUTES];
  if (isTrusted) return { attributes: withoutNames(attributes, reserved), role, tenant, joinedAt };
  const items = await itemsInForce(tx.db, environment.id, 'attribute');
  const trusted = items.flatMap(({ kind, key, body }) =>
    kind === 'attribute' && body.trusted ? [attributeName(key)] : [],
  );
  return { attributes: withoutNames(attributes, [...reserved, ...trusted, 'role']), tenant };
}

/**
 * Stores what an application knows of a subject: attributes are added to those there are. Reserved attributes are
 * passed over; of a client also trusted ones, role and join date.
 */
export const identifySubject = defineVerb({
  verbName: 'subjects.identify',
  input,
  permission: 'subject.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  // An application has nobody to ask for a comment.
  isCommentFree: () => true,
  run: async (tx, asked): Promise<SubjectView> => {
    const { targetingKey } = asked;
    const environment = tx.environment(asked.environment);
    const before = await tx.db.subject.findUnique({ where: subjectId(environment.id, targetingKey) });
    const patch = await believed(tx, environment, asked);
    const why = { identify: true };
    const { row, isChanged } = await writeSubject(tx, { environment, targetingKey, row: before, patch, why });
    if (isChanged) {
      const audited = { before: before && auditedSubject(before), after: auditedSubject(row) };
      tx.audit({ action: 'subject.identify', environment: environment.key, ...audited });
    }
    return readSubjectView(tx.db, environment, row);
  },
});
