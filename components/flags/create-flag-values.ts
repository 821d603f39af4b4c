import type { z } from 'zod';
import type { flagCreateSchema } from '@/lib/schemas/flag';

/** What the form for a new flag holds: a body of `POST /flags`. */
export type CreateFlagValues = z.input<typeof flagCreateSchema>;
