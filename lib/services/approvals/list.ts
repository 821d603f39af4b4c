import { changeRequestListSchema } from '@/lib/schemas/change-request';
import { cutPage, decodeCursor, numberPosition } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import type { ChangeRequestItem } from './types';
import { changeRequestView } from './view';

/** Change requests, the newest first. */
export const listChangeRequests = defineRead({
  verbName: 'changeRequests.list',
  input: changeRequestListSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, q, status, environment, flag }): Promise<Page<ChangeRequestItem>> => {
    const [before] = cursor === undefined ? [undefined] : decodeCursor(numberPosition, cursor);
    const where = {
      projectId: ctx.scope.projectId,
      ...(status && { status }),
      ...(environment !== undefined && { environments: { has: environment } }),
      ...(flag !== undefined && { flags: { has: flag } }),
      ...(q && { OR: [{ title: { contains: q, mode: 'insensitive' as const } }, { flags: { has: q } }] }),
    };
    const rows = await ctx.db.changeRequest.findMany({
      where: { ...where, ...(before !== undefined && { number: { lt: before } }) },
      include: { events: true },
      orderBy: { number: 'desc' },
      take: limit + 1,
    });
    const views = await Promise.all(rows.map((row) => changeRequestView(ctx.db, row)));
    const page = cutPage(
      views,
      limit,
      ({ steps: _, revision: __, ...item }) => item,
      ({ number }) => [number],
    );
    return { ...page, total: await ctx.db.changeRequest.count({ where }) };
  },
});
