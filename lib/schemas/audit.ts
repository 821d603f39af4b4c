import { z } from 'zod';
import { periodEdgeSchema } from './instant';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { text } from './text';

/** Query of `GET /audit`. `actor` is an id; `from` is included, `to` is not. */
export const auditListSchema = z.object({
  ...paginationShape,
  flag: keySchema.optional(),
  environment: keySchema.optional(),
  actor: text(200, 1).optional(),
  action: text(100, 1).optional(),
  from: periodEdgeSchema.optional(),
  to: periodEdgeSchema.optional(),
});
