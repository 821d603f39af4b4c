import { z } from 'zod';
import { apiKeyListSchema } from '@/lib/schemas/api-key';
import { foldKey } from '@/lib/schemas/key';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import { apiKeyViews } from './key-row';
import type { ApiKeyView } from './types';

/** Milliseconds and id of the last key of a page. */
const position = z.tuple([z.int().min(0).max(8.64e15), z.string().min(1).max(100)]);

function older(cursor: string | undefined) {
  if (cursor === undefined) return {};
  const [at, id] = decodeCursor(position, cursor);
  const createdAt = new Date(at);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

/** The keys of a project that were not revoked, newest first. */
export const listApiKeys = defineRead({
  verbName: 'keys.list',
  input: apiKeyListSchema,
  permission: 'key.manage',
  run: async (ctx, { limit, cursor, q, environment }): Promise<Page<ApiKeyView>> => {
    const { projectId } = ctx.scope;
    const keyFolded = environment === undefined ? undefined : foldKey(environment);
    const only = keyFolded && (await ctx.db.environment.findFirst({ where: { projectId, keyFolded } }));
    if (only === null) return { items: [], nextCursor: null };
    const name = q?.trim() ? { contains: likeLiteral(q.trim()), mode: 'insensitive' as const } : undefined;
    const rows = await ctx.db.apiKey.findMany({
      where: {
        AND: [{ projectId, revokedAt: null, name, ...(only ? { environmentId: only.id } : {}) }, older(cursor)],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const page = cutPage(
      rows,
      limit,
      (row) => row,
      ({ createdAt, id }) => [createdAt.getTime(), id],
    );
    return { items: await apiKeyViews(ctx.db, projectId, page.items), nextCursor: page.nextCursor };
  },
});
