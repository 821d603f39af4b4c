import { z } from 'zod';
import { subjectPlaceShape } from '@/lib/schemas/subject';
import { commentSchema, versionSchema } from '@/lib/schemas/text';
import type { ProjectScope, ServiceContext } from '../context';
import { defineVerb, type Verb } from '../define-verb';
import { requireVersion } from '../require-version';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { forgetSubject } from './forget-subject';
import { raiseProfileNumber } from './raise-profile-number';
import { findSubjectRow, subjectId } from './subject-row';
import { readSubjectView } from './view';
import { withdrawSubject } from './withdraw-subject';

const input = z.strictObject({ ...subjectPlaceShape, version: versionSchema, comment: commentSchema.optional() });
type Asked = z.output<typeof input>;

const declared = {
  verbName: 'subjects.erase',
  input,
  permission: 'subject.edit',
  locks: ({ environment }: Asked) => ({ environments: [environment] }),
  reaches: (tx: WriteContext, { environment }: Asked) => [tx.environment(environment)],
  comment: ({ comment }: Asked) => comment,
  // Whoever wants to be forgotten does not wait for anybody.
  waits: false,
} as const;

async function stored(tx: WriteContext, { targetingKey, version, ...asked }: Asked): Promise<EnvironmentRow> {
  const environment = tx.environment(asked.environment);
  const row = await findSubjectRow(tx.db, environment.id, targetingKey);
  requireVersion(version, row.version, await readSubjectView(tx.db, environment, row));
  return environment;
}

const withdraw = defineVerb({
  ...declared,
  run: async (tx, asked): Promise<void> =>
    withdrawSubject(tx, await stored(tx, asked), asked.targetingKey, asked.comment),
});

const forget = defineVerb({
  ...declared,
  run: async (tx, asked): Promise<void> => {
    const { targetingKey, comment } = asked;
    const environment = await stored(tx, asked);
    const as = `erased-${tx.newId()}`;
    const forgotten = await forgetSubject(tx, environment, targetingKey, as);
    await tx.db.subject.delete({ where: subjectId(environment.id, targetingKey) });
    const erasedNumber = await raiseProfileNumber(tx, environment.id);
    // Instances that have not followed yet would look for closed items under the name they had.
    const data = { erasedNumber, rewrittenNumber: environment.number };
    await tx.db.environment.update({ where: { id: environment.id }, data });
    tx.audit({
      action: 'subject.erase',
      environment: environment.key,
      after: { subject: as, ...forgotten },
      comment,
    });
  },
});

/**
 * Erases a subject of an environment: first out of what is in force, by ordinary changes, then out of history and
 * audit. One that broke off in between may be sent again. The erasure is audited under the key that replaces it.
 */
export const eraseSubject: Verb<typeof input, void, ProjectScope> = Object.assign(
  async (ctx: ServiceContext, raw: unknown): Promise<void> => {
    await withdraw(ctx, raw);
    await forget(ctx, raw);
  },
  { verbName: declared.verbName, input, permission: declared.permission, kind: 'write' as const },
);
