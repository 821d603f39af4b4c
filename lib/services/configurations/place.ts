import { keySchema } from '@/lib/schemas/key';

/** Which configuration: a flag in an environment. */
export const placeShape = { flag: keySchema, environment: keySchema };
