import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';

/** A signal's name, such as `errorRate` or `http.p95`. */
export const signalNameSchema = keySchema;

/** A signal's value, and a threshold for it: more than that measures nothing. */
export const signalValueSchema = z.number().min(-1e15).max(1e15);

const signalShape = {
  name: signalNameSchema,
  environment: keySchema,
  /** Of one flag, else of the whole environment. */
  flag: keySchema.optional(),
  value: signalValueSchema,
  /** Now, unless it is said. */
  at: instantSchema.optional(),
};

const { environment, ...numberShape } = signalShape;

/** Body of `POST /signals`: one number, or up to 1,000 of one environment in `signals`. */
export const signalPostSchema = z
  .strictObject({
    ...signalShape,
    name: signalNameSchema.optional(),
    value: signalValueSchema.optional(),
    signals: z.array(z.strictObject(numberShape)).min(1).max(1_000).optional(),
  })
  .superRefine(({ signals, ...one }, ctx) => {
    const named = [one.name, one.value].filter((part) => part !== undefined).length;
    const others = [one.flag, one.at].filter((part) => part !== undefined).length;
    if (signals ? named + others > 0 : named < 2) ctx.addIssue(shapeProblem('signal_form'));
  });

const { limit, cursor } = paginationShape;

/** Query of `GET /signals`: the newest value of each name, or with `name` its values, newest first. */
export const signalListSchema = z.object({
  limit,
  cursor,
  environment,
  name: signalNameSchema.optional(),
});
