import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import type { Profile } from '@/lib/engine/merge-context';
import type { JsonObject } from '@/lib/engine/types';

interface Row extends Pick<Prisma.SubjectGetPayload<object>, 'role' | 'tenant' | 'joinedAt' | 'stage'> {
  attributes: unknown;
  counters: unknown;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looked at by hand: a record's schema would lose an own `__proto__`. */
const attributesSchema = z.custom<JsonObject>(isObject);
const countersSchema = z.custom<Record<string, number>>(
  (value) => isObject(value) && Object.values(value).every((count) => typeof count === 'number'),
);

/** What evaluations need of a stored subject. */
export const profileOf = ({ attributes, role, tenant, joinedAt, stage, counters }: Row): Profile => ({
  attributes: attributesSchema.parse(attributes),
  role,
  tenant,
  joinedAt: joinedAt?.getTime() ?? null,
  stage,
  counters: countersSchema.parse(counters),
});
