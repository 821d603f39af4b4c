import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { text } from './text';

/** Body of `POST /memberships/sync`: everything, unless an environment or a flag is named. */
export const membershipSyncSchema = z.strictObject({
  environment: keySchema.optional(),
  flag: keySchema.optional(),
});

const { limit, cursor } = paginationShape;

/** Query of `GET /memberships`: all flags' of one environment. `q` is how a subject's or tenant's key begins. */
export const membershipSearchSchema = z.object({
  environment: keySchema,
  flag: keySchema.optional(),
  state: z.enum(['open', 'upcoming', 'past']).optional(),
  q: text(200).optional(),
  limit,
  cursor,
});

/** Query of `GET /memberships/counts`. */
export const membershipCountsSchema = z.object({ environment: keySchema, flag: keySchema.optional() });

/** Query of `GET /flags/{key}/members`: larger pages than elsewhere, since it is for exports. */
export const groupMembersSchema = z.object({
  flag: keySchema,
  environment: keySchema,
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
  cursor,
  /** `Accept: text/csv` says the same. */
  format: z.enum(['json', 'csv']).optional(),
});
