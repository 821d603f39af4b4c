import { z } from 'zod';
import { idSchema } from '@/lib/schemas/text';
import { defineUserWrite, ENDS_SESSIONS } from './define-user-write';

/** Keeps a user out, at once. Idempotent. */
export const disableUser = defineUserWrite({
  verbName: 'users.disable',
  action: 'user.disable',
  input: z.strictObject({ id: idSchema }),
  change: async (_tx, { disabled }) => (disabled ? null : { disabled: true, ...ENDS_SESSIONS }),
});
