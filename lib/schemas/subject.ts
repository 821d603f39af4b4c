import { z } from 'zod';
import type { JsonObject } from '@/lib/engine/types';
import { contextProblem } from './context';
import { isEventName } from './event-name';
import { instantSchema } from './instant';
import { jsonProblem } from './json';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';
import { commentSchema, isStorable, subjectKeySchema, text, versionSchema } from './text';

const MOST = 512;
const NAME_MOST = 200;

/** Whether a text can be the targeting key of a stored subject. */
export const isSubjectKey = (key: string): boolean => key !== '' && key.length <= MOST && isStorable(key);

/** A subject's attributes, by name; null takes one away. */
const attributesSchema = z.custom<JsonObject>().superRefine((value, ctx) => {
  const problem = contextProblem(value);
  if (problem) return ctx.addIssue(shapeProblem(problem.code, [], problem.limit));
  const code = jsonProblem(value);
  if (code) return ctx.addIssue(shapeProblem(code));
  const isLong = Object.keys(value).some((name) => name === '' || name.length > NAME_MOST);
  if (isLong) ctx.addIssue(shapeProblem('too_big_text', [], NAME_MOST));
});

const COUNT_MOST = 1_000_000_000;
/** How often events came, by their name. Looked at by hand: a record's schema would lose an own `__proto__`. */
const countersSchema = z.custom<Record<string, number>>().superRefine((value: unknown, ctx) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return ctx.addIssue(shapeProblem('expected_object'));
  }
  for (const [name, count] of Object.entries(value)) {
    if (!isEventName(name)) return ctx.addIssue(shapeProblem('invalid_format'));
    if (!Number.isInteger(count)) return ctx.addIssue(shapeProblem('expected_number'));
    if (count < 0) return ctx.addIssue(shapeProblem('too_small_number', [], 0));
    if (count > COUNT_MOST) return ctx.addIssue(shapeProblem('too_big_number', [], COUNT_MOST));
  }
});

const nameOf = text(NAME_MOST, 1).nullable().optional();
const subjectShape = {
  attributes: attributesSchema.optional(),
  /** Null takes it away. */
  role: nameOf,
  tenant: nameOf,
  joinedAt: instantSchema.nullable().optional(),
};

/** Body of `POST /api/identify`. */
export const identifySchema = z.strictObject({ targetingKey: subjectKeySchema, ...subjectShape });

export const subjectPlaceShape = { environment: keySchema, targetingKey: subjectKeySchema };

/** Body of `PATCH /subjects/{targetingKey}`. What is left out stays; counters that are named are set. */
export const subjectPatchSchema = z.strictObject({
  ...subjectShape,
  counters: countersSchema.optional(),
  comment: commentSchema.optional(),
  version: versionSchema.optional(),
});

export const subjectListSchema = z.object({
  ...paginationShape,
  environment: keySchema,
  stage: text(NAME_MOST, 1).optional(),
  tenant: text(NAME_MOST, 1).optional(),
  role: text(NAME_MOST, 1).optional(),
});
