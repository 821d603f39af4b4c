import { z } from 'zod';
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
  note: z.string().nullable(),
  state: z.enum(['open', 'upcoming', 'past']),
  updatedAt: instantAnswer,
  version: z.int(),
});
export const membershipPageAnswer = pageOf(membershipAnswer);
