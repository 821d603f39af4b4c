import { z } from 'zod';
import { idSchema } from '@/lib/schemas/text';
import type { InstallationScope } from '../context';
import { defineRead } from '../define-verb';
import type { UserView } from './types';
import { userView } from './user-row';

const input = z.strictObject({ id: idSchema });

export const getUser = defineRead<typeof input, UserView, InstallationScope>({
  verbName: 'users.get',
  input,
  permission: 'user.manage',
  run: (ctx, { id }) => userView(ctx.db, id),
});
