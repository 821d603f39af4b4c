import { z } from 'zod';
import { upcast } from '@/lib/changes/upcast';
import {
  type Condition,
  type Configuration,
  type JsonValue,
  OPERATORS,
  type Recurrence,
  type Rule,
  type Serve,
} from '@/lib/engine/types';

/*
 * What we stored ourselves. Looser than what people may send, since limits may have been lowered since, and quick,
 * since an instance reads 10,000 flags. An unknown operator does not parse: that flag becomes an error entry.
 */
const optionalText = z.string().optional();
const bucketShape = { unit: optionalText, seed: optionalText };
const instants = { startsAt: z.string(), endsAt: z.string() };

export const storedServeSchema: z.ZodType<Serve> = z.union([
  z.object({ variant: z.string().nullable() }),
  z.object({ split: z.array(z.object({ variant: z.string(), weight: z.number() })), ...bucketShape }),
]);

export const storedRolloutSchema = z.object({
  percentage: z.number().optional(),
  ramp: z.object({ from: z.number(), to: z.number(), ...instants, steps: z.number().optional() }).optional(),
  ...bucketShape,
});

/** Hours of weekdays, of rules and of memberships. */
export const storedRecurrenceSchema: z.ZodType<Recurrence> = z.object({
  weekdays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  from: z.string(),
  to: z.string(),
  exceptions: z.array(z.string()).optional(),
});

const storedConditionSchema: z.ZodType<Condition> = z.discriminatedUnion('operator', [
  z.object({
    attribute: z.string(),
    operator: z.enum(OPERATORS),
    // Any JSON: it came out of a JSON column.
    value: z.custom<JsonValue>(() => true).optional(),
  }),
  z.object({ segment: z.string(), operator: z.undefined().optional() }),
  z.object({
    operator: z.enum(['AND', 'OR', 'NOT']),
    get conditions(): z.ZodArray<z.ZodType<Condition>> {
      return z.array(storedConditionSchema);
    },
  }),
]);

export const storedGroupShape = {
  operator: z.enum(['AND', 'OR', 'NOT']),
  conditions: z.array(storedConditionSchema),
};

export const storedRuleSchema: z.ZodType<Rule> = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  ...storedGroupShape,
  serve: storedServeSchema,
  rollout: storedRolloutSchema.optional(),
  window: z
    .object({
      startsAt: optionalText,
      endsAt: optionalText,
      startDate: optionalText,
      endDate: optionalText,
      timezone: optionalText,
      recurring: storedRecurrenceSchema.optional(),
    })
    .optional(),
});

export const storedPrerequisiteSchema = z.object({ flag: z.string(), variants: z.array(z.string()) });

export const storedConfigurationSchema = z.object({
  v: z.literal(1),
  version: z.number(),
  state: z.enum(['on', 'off', 'default']),
  killed: z.boolean(),
  offVariant: z.string().nullable(),
  targets: z.array(z.object({ variant: z.string(), subjects: z.array(z.string()) })),
  prerequisites: z.array(storedPrerequisiteSchema),
  rules: z.array(storedRuleSchema),
  default: storedServeSchema,
});

/** Reads a configuration from a JSON column, whichever release wrote it; null if this one cannot. */
export function parseStoredConfiguration(stored: unknown): Configuration | null {
  const parsed = storedConfigurationSchema.safeParse(upcast('configuration', stored));
  return parsed.success ? parsed.data : null;
}
