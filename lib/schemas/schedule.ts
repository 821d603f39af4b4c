import { z } from 'zod';
import { isCron } from './cron';
import { millisecondsSchema } from './duration';
import { instructionSchema } from './instruction';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';
import { commentSchema, descriptionSchema, idSchema, text, versionSchema } from './text';
import { whenSchema } from './when';

const cronSchema = text(200, 1).superRefine((value, ctx) => {
  if (!isCron(value)) ctx.addIssue(shapeProblem('cron_unreadable'));
});
const timezoneSchema = text(64, 1);
const instructionsSchema = z.array(instructionSchema).min(1).max(500);

/** Body of `POST /schedules`: what is done to a flag in an environment, and when or how often. */
export const scheduleCreateSchema = z
  .strictObject({
    flag: keySchema,
    environment: keySchema,
    instructions: instructionsSchema,
    /** With offset, or local in `timezone`. */
    at: whenSchema.optional(),
    /** Five fields, read in `timezone`. */
    cron: cronSchema.optional(),
    timezone: timezoneSchema.default('UTC'),
    /** A run that is later than this does not happen any more. */
    missedAfter: millisecondsSchema.nullish(),
    description: descriptionSchema.default(''),
    enabled: z.boolean().default(true),
    /** The configuration's version that the instructions were made on; what is stored now unless it is named. */
    baseVersion: versionSchema.optional(),
    comment: commentSchema.optional(),
  })
  .superRefine(({ at, cron }, ctx) => {
    if ((at === undefined) === (cron === undefined)) ctx.addIssue(shapeProblem('schedule_form'));
  });

/** Body of `PATCH /schedules/{id}`. What is left out stays; `at` takes the place of `cron`, and the other way round. */
export const schedulePatchSchema = z
  .strictObject({
    id: idSchema,
    version: versionSchema,
    instructions: instructionsSchema.optional(),
    at: whenSchema.optional(),
    cron: cronSchema.optional(),
    timezone: timezoneSchema.optional(),
    missedAfter: millisecondsSchema.nullish(),
    description: descriptionSchema.optional(),
    enabled: z.boolean().optional(),
    comment: commentSchema.optional(),
  })
  .superRefine(({ at, cron }, ctx) => {
    if (at !== undefined && cron !== undefined) ctx.addIssue(shapeProblem('schedule_form'));
  });

export const schedulePlaceSchema = z.object({ id: idSchema });

const touchSchema = z.strictObject({ id: idSchema, version: versionSchema, comment: commentSchema.optional() });
export const scheduleRemoveSchema = touchSchema;
/** Body of `POST /schedules/{id}/run`; without a version it is run whatever it says now. */
export const scheduleRunSchema = touchSchema.extend({ version: versionSchema.optional() });

export const SCHEDULE_STATUSES = ['waiting', 'paused', 'review', 'done', 'failed', 'cancelled'] as const;

const { limit, cursor, q } = paginationShape;

/** Query of `GET /schedules`. `status=open` is everything that may still happen. */
export const scheduleListSchema = z.object({
  limit,
  cursor,
  /** In descriptions and keys of flags. */
  q,
  flag: keySchema.optional(),
  environment: keySchema.optional(),
  status: z.enum([...SCHEDULE_STATUSES, 'open']).optional(),
});

export const scheduleRunListSchema = z.object({ id: idSchema, limit, cursor });
