import { z } from 'zod';
import { idSchema } from '@/lib/schemas/text';
import { defineUserWrite } from './define-user-write';

/** Lets a disabled user sign in again. Idempotent. */
export const enableUser = defineUserWrite({
  verbName: 'users.enable',
  action: 'user.enable',
  input: z.strictObject({ id: idSchema }),
  change: async (_tx, { disabled }) => (disabled ? { disabled: false } : null),
});
