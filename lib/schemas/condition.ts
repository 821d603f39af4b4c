import { z } from 'zod';
import { type Condition, OPERATORS } from '@/lib/engine/types';
import { jsonSchema } from './json';
import { KEY_PATTERN } from './key';
import { shapeProblem } from './shape-problem';
import { attributeSchema } from './text';

const VIRTUAL = 'flag:';

/** A segment's key, or `flag:<key>` for the virtual segment of a flag's open memberships. */
export const segmentRefSchema = z
  .string()
  .max(VIRTUAL.length + 200)
  .superRefine((value, ctx) => {
    const key = value.startsWith(VIRTUAL) ? value.slice(VIRTUAL.length) : value;
    if (!KEY_PATTERN.test(key)) ctx.addIssue(shapeProblem('invalid_key'));
  });

const attributeConditionSchema = z.strictObject({
  attribute: attributeSchema.default(''),
  operator: z.enum(OPERATORS),
  value: jsonSchema.optional(),
});

const segmentConditionSchema = z.strictObject({ segment: segmentRefSchema, operator: z.undefined().optional() });

const groupConditionSchema = z.strictObject({
  operator: z.enum(['AND', 'OR', 'NOT']),
  get conditions(): z.ZodArray<z.ZodType<Condition>> {
    return z.array(conditionSchema);
  },
});

/** One condition, segment or nested group; told apart by `operator`, which a segment lacks. */
export const conditionSchema: z.ZodType<Condition> = z.discriminatedUnion('operator', [
  attributeConditionSchema,
  segmentConditionSchema,
  groupConditionSchema,
]);

/** The part of a rule or segment that matches. */
export const groupShape = {
  operator: z.enum(['AND', 'OR', 'NOT']).default('AND'),
  conditions: z.array(conditionSchema),
};
