import { z } from 'zod';
import { idSchema } from '@/lib/schemas/text';
import { defineUserWrite, ENDS_SESSIONS } from './define-user-write';

/** Ends every session of a user. */
export const signOutEverywhere = defineUserWrite({
  verbName: 'users.signOutEverywhere',
  action: 'user.signOutEverywhere',
  input: z.strictObject({ id: idSchema }),
  change: async () => ENDS_SESSIONS,
});
