import { attributeName, RESERVED_ATTRIBUTES } from '@/lib/engine/attributes';
import { subjectPatchSchema, subjectPlaceShape } from '@/lib/schemas/subject';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import { findSubjectRow } from './subject-row';
import type { SubjectView } from './types';
import { readSubjectView } from './view';
import { auditedSubject, writeSubject } from './write-subject';

const input = subjectPatchSchema.extend({ ...subjectPlaceShape, version: versionSchema });

const TAKEN = new Set<string>([...RESERVED_ATTRIBUTES, 'targetingKey', 'tenant', 'tenantInfo']);

/** People are told what applications are not: that a name is the product's own. */
function refuseReserved(attributes: object): void {
  const names = Object.keys(attributes).map((name) => attributeName(name).split('.', 1)[0] ?? '');
  if (names.some((name) => TAKEN.has(name))) throw serviceError('refused', 'attribute_reserved');
}

/** Changes a subject's attributes, role, tenant, join date or counters by hand. */
export const updateSubject = defineVerb({
  verbName: 'subjects.update',
  input,
  permission: 'subject.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { targetingKey, version, comment, ...asked }): Promise<SubjectView> => {
    const environment = tx.environment(asked.environment);
    const before = await findSubjectRow(tx.db, environment.id, targetingKey);
    requireVersion(version, before.version, await readSubjectView(tx.db, environment, before));
    refuseReserved(asked.attributes ?? {});
    const { attributes, role, tenant, joinedAt, counters } = asked;
    const patch = { attributes, role, tenant, joinedAt, counters };
    const why = { by: { id: tx.actor.id, name: tx.actor.name } };
    const { row, isChanged } = await writeSubject(tx, { environment, targetingKey, row: before, patch, why });
    if (isChanged) {
      const audited = { before: auditedSubject(before), after: auditedSubject(row), comment };
      tx.audit({ action: 'subject.update', environment: environment.key, ...audited });
    }
    return readSubjectView(tx.db, environment, row);
  },
});
