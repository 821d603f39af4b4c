import type { Prisma } from '@/lib/db/generated/client';
import { userListSchema } from '@/lib/schemas/user';
import type { InstallationScope } from '../context';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import type { UserView } from './types';
import { userViews, WITH_ROLES } from './user-row';

function matching(q: string | undefined): Prisma.UserWhereInput {
  const asked = q?.trim();
  if (!asked) return {};
  const contains = { contains: likeLiteral(asked), mode: 'insensitive' } as const;
  return { OR: [{ email: contains }, { name: contains }] };
}

/** Users by e-mail address; `q` looks into address and name. */
export const listUsers = defineRead<typeof userListSchema, Page<UserView>, InstallationScope>({
  verbName: 'users.list',
  input: userListSchema,
  permission: 'user.manage',
  run: async (ctx, { limit, cursor, q }) => {
    const after = cursor === undefined ? [] : [{ emailFolded: { gt: decodeCursor(textPosition, cursor)[0] } }];
    const [rows, total] = await Promise.all([
      ctx.db.user.findMany({
        where: { AND: [matching(q), ...after] },
        orderBy: { emailFolded: 'asc' },
        take: limit + 1,
        include: WITH_ROLES,
      }),
      ctx.db.user.count({ where: matching(q) }),
    ]);
    const page = cutPage(
      rows,
      limit,
      (row) => row,
      ({ emailFolded }) => [emailFolded],
    );
    return { items: await userViews(ctx.db, page.items), nextCursor: page.nextCursor, total };
  },
});
