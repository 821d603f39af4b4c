import { z } from 'zod';
import { shapeProblem } from './shape-problem';
import { keySchema } from './key';
import { attributeSchema, text } from './text';

const bucketShape = {
  unit: attributeSchema.min(1).optional(),
  seed: text(200, 1).optional(),
};

const splitSchema = z.strictObject({
  split: z.array(z.strictObject({ variant: keySchema, weight: z.number() })).min(1),
  ...bucketShape,
});

/** What a rule serves. Weights and percentages are thousandths of a percent; their range and total are meaning. */
export const ruleServeSchema = z.union([z.strictObject({ variant: keySchema }), splitSchema]);

/** What the default serves: null is the caller's own default. */
export const defaultServeSchema = z.union([z.strictObject({ variant: keySchema.nullable() }), splitSchema]);

const instantText = text(64, 1);

export const rolloutSchema = z
  .strictObject({
    percentage: z.number().optional(),
    ramp: z
      .strictObject({
        from: z.number(),
        to: z.number(),
        startsAt: instantText,
        endsAt: instantText,
        steps: z.number().optional(),
      })
      .optional(),
    ...bucketShape,
  })
  .superRefine(({ percentage, ramp }, ctx) => {
    if ((percentage === undefined) === (ramp === undefined)) ctx.addIssue(shapeProblem('rollout_form'));
  });

/** Which of the times and days can be read is meaning. */
export const recurrenceSchema = z.strictObject({
  weekdays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  from: text(5, 1),
  to: text(5, 1),
  exceptions: z.array(text(10, 1)).optional(),
});

/** `startsAt` and `endsAt` are RFC 3339 with offset or bare dates; which of them can be read is meaning. */
export const windowSchema = z.strictObject({
  startsAt: instantText.optional(),
  endsAt: instantText.optional(),
  startDate: instantText.optional(),
  endDate: instantText.optional(),
  timezone: text(64, 1).optional(),
  recurring: recurrenceSchema.optional(),
});
