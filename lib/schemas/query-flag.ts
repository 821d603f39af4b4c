import { z } from 'zod';

/** A yes or no of a query string, which holds texts; forms and programs may send a boolean. */
export const queryFlagSchema = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');
