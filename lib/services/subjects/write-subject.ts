import { same } from '@/lib/changes/same';
import { dropAttributes } from '@/lib/engine/drop-attributes';
import type { JsonObject } from '@/lib/engine/types';
import { CONTEXT_ATTRIBUTES, contextProblem } from '@/lib/schemas/context';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { afterSubjectChange, type Trigger } from '../onboarding/after-subject-change';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { profileOf } from './profile-of';
import { raiseProfileNumber } from './raise-profile-number';
import { type SubjectRow, subjectId } from './subject-row';

/** What is said of a subject; what is left out stays, and null takes away. */
export interface SubjectPatch {
  attributes?: JsonObject;
  role?: string | null;
  tenant?: string | null;
  joinedAt?: Date | null;
  counters?: Record<string, number>;
}
interface Writing {
  environment: EnvironmentRow;
  targetingKey: string;
  /** Null: the subject is new. */
  row: SubjectRow | null;
  patch: SubjectPatch;
  why: Trigger;
}

/** Attributes of one name are replaced as a whole; null takes one away. */
function mergedAttributes(before: JsonObject, given: JsonObject): JsonObject {
  const merged = Object.entries({ ...before, ...given }).filter(([, value]) => value !== null);
  const attributes: JsonObject = Object.fromEntries(merged);
  if (contextProblem(attributes)) {
    throw serviceError('refused', 'attributes_limit', { params: { limit: CONTEXT_ATTRIBUTES } });
  }
  return attributes;
}

/** What the audit keeps of a subject. */
export const auditedSubject = (row: SubjectRow): object => {
  const { attributes, counters, role, tenant } = profileOf(row);
  return { targetingKey: row.key, role, tenant, joinedAt: row.joinedAt?.toISOString() ?? null, attributes, counters };
};

/**
 * Stores what is said of a subject in an environment that is locked, and moves it on in onboarding. Answers the row as
 * it is then, and whether anything but its progress changed. What makes no difference writes nothing.
 */
export async function writeSubject(
  tx: WriteContext,
  { environment, targetingKey, row, patch, why }: Writing,
): Promise<{ row: SubjectRow; isChanged: boolean }> {
  const environmentId = environment.id;
  const before = row && profileOf(row);
  const next = {
    attributes: mergedAttributes(before?.attributes ?? {}, patch.attributes ?? {}),
    counters: { ...before?.counters, ...patch.counters },
    role: patch.role === undefined ? (row?.role ?? null) : patch.role,
    tenant: patch.tenant === undefined ? (row?.tenant ?? null) : patch.tenant,
    // Until somebody says better, a subject joined when it was first heard of.
    joinedAt: patch.joinedAt === undefined ? (row ? row.joinedAt : tx.now) : patch.joinedAt,
  };
  const isChanged =
    before === null || !same(before, { ...before, ...next, joinedAt: next.joinedAt?.getTime() ?? null });
  const stored = { ...next, attributes: jsonOf(next.attributes), counters: jsonOf(next.counters), updatedAt: tx.now };
  const where = subjectId(environmentId, targetingKey);
  if (row === null) {
    const number = await raiseProfileNumber(tx, environmentId);
    await tx.db.subject.create({ data: { ...stored, environmentId, key: targetingKey, number, createdAt: tx.now } });
  } else if (isChanged) {
    const number = await raiseProfileNumber(tx, environmentId);
    await tx.db.subject.update({ where, data: { ...stored, number, version: { increment: 1 } } });
  }
  const moved = await afterSubjectChange(tx, environment, [targetingKey], why);
  if (moved.length > 0 && !isChanged) {
    const number = await raiseProfileNumber(tx, environmentId);
    await tx.db.subject.update({ where, data: { number, version: { increment: 1 }, updatedAt: tx.now } });
  }
  return { row: await tx.db.subject.findUniqueOrThrow({ where }), isChanged };
}

/** Names that are other fields of a subject, or the tenant's. */
const OWN_FIELDS = ['targetingKey', 'tenant', 'tenantInfo'];

/** Attributes without those that only the product, or only a server, may say. */
export const withoutNames = (attributes: JsonObject, names: readonly string[]): JsonObject =>
  dropAttributes(attributes, [...OWN_FIELDS, ...names]);
