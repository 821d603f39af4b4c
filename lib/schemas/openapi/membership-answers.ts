import { z } from 'zod';
import { recurrenceSchema } from '../serve';
import { instantAnswer, pageOf } from './parts';

export const membershipAnswer = z.object({
  id: z.string(),
  flag: z.string(),
  environment: z.string(),
  subject: z.string().nullable(),
  tenant: z.string().nullable(),
  variant: z.string().nullable().describe('Null: a boolean flag’s true variant.'),
  startsAt: instantAnswer,
  endsAt: instantAnswer.describe('From then on it is past.'),
  startDate: z.string().nullable().describe('The first whole day of `timezone`, where it was written so.'),
  endDate: z.string().nullable().describe('The last whole day, itself included.'),
  timezone: z.string(),
  recurring: recurrenceSchema.nullable().describe('Hours of weekdays in `timezone`; null: all the time.'),
  note: z.string().nullable(),
  state: z.enum(['open', 'upcoming', 'past']).describe('Where now lies between start and end.'),
  open: z.boolean().describe('Whether it counts now, its hours included.'),
  nextChange: instantAnswer.nullable().describe('When it opens or closes next; null: never again.'),
  updatedAt: instantAnswer,
  version: z.int(),
});
export const membershipPageAnswer = pageOf(membershipAnswer);
