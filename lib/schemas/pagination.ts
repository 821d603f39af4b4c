import { z } from 'zod';
import { text } from './text';

/** `?limit=&cursor=&q=` of every list; query strings hold texts, so `limit` is read from one. */
export const paginationShape = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text(1_000, 1).optional(),
  q: text(500).optional(),
};

export const paginationSchema = z.object(paginationShape);
