import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { shapeProblem } from './shape-problem';
import { text } from './text';
import { isTimeZone } from './when';

const DAY = 86_400_000;
/** How many days one answer may span. */
export const CALENDAR_DAYS = 62;

const timezoneSchema = text(64, 1).superRefine((value, ctx) => {
  if (!isTimeZone(value)) ctx.addIssue(shapeProblem('zone_name'));
});

/** Query of `GET /calendar`: instants with offset; `timezone` says where days begin. */
export const calendarSchema = z
  .strictObject({
    from: instantSchema,
    to: instantSchema,
    timezone: timezoneSchema.default('UTC'),
    environment: keySchema.optional(),
    flag: keySchema.optional(),
  })
  .superRefine(({ from, to }, ctx) => {
    const span = to.getTime() - from.getTime();
    if (span <= 0 || span > CALENDAR_DAYS * DAY) {
      ctx.addIssue(shapeProblem('calendar_span', ['to'], CALENDAR_DAYS));
    }
  });
