import { allows } from '@/lib/permissions/allows';
import { changeRequestListSchema } from '@/lib/schemas/change-request';
import type { ServiceContext } from '../context';
import { cutPage, decodeCursor, numberPosition } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { personBehind } from '../users/person-behind';
import { approversOf, reachedOf, readStanding, type Standing } from './standing';
import type { ChangeRequestItem } from './types';
import { LINE, type RequestLine } from './row';
import { changeRequestItem } from './view';

/** As many open ones are looked through for those that wait for somebody. */
const MOST_OPEN = 1_000;
const OPEN = ['open', 'scheduled'];

/** Whether the actor could approve it, and has not. */
function waitsFor(ctx: ServiceContext, person: string, row: RequestLine, standing: Standing): boolean {
  const { people } = standing;
  if (row.authorId === ctx.actor.id || people.get(row.authorId)?.person === person) return false;
  if (!allows(ctx.actor.grants, 'approval.give', row.projectId, reachedOf(row, standing))) return false;
  return !approversOf(row, standing).some(({ id }) => id === ctx.actor.id || people.get(id)?.person === person);
}

/** The open requests that wait for the actor's approval, newest first. */
async function waiting(ctx: ServiceContext, where: object): Promise<{ rows: RequestLine[]; standing: Standing }> {
  const { projectId } = ctx.scope;
  const open = await ctx.db.changeRequest.findMany({
    where: { ...where, status: { in: OPEN } },
    ...LINE,
    orderBy: { number: 'desc' },
    take: MOST_OPEN,
  });
  const standing = await readStanding(ctx.db, projectId, open, ctx.now);
  const person = (await personBehind(ctx.db, ctx.actor)) ?? ctx.actor.id;
  return { rows: open.filter((row) => waitsFor(ctx, person, row, standing)), standing };
}

/** How many open requests wait for the actor's approval. */
export const countWaiting = defineRead({
  verbName: 'changeRequests.countWaiting',
  input: changeRequestListSchema.pick({ environment: true }),
  permission: 'flag.view',
  run: async (ctx): Promise<number> => {
    const { grants } = ctx.actor;
    // Most people approve nothing: they are not made to wait for the answer.
    if (!grants.some(({ permissions }) => permissions.includes('approval.give'))) return 0;
    return (await waiting(ctx, { projectId: ctx.scope.projectId })).rows.length;
  },
});

/** Change requests, the newest first. */
export const listChangeRequests = defineRead({
  verbName: 'changeRequests.list',
  input: changeRequestListSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, q, status, state, whose, environment, flag }): Promise<Page<ChangeRequestItem>> => {
    const [before] = cursor === undefined ? [undefined] : decodeCursor(numberPosition, cursor);
    const { projectId } = ctx.scope;
    const { kind: authorKind, id: authorId } = ctx.actor;
    const where = {
      projectId,
      ...(state && { status: state === 'open' ? { in: OPEN } : { notIn: OPEN } }),
      ...(status && { status }),
      ...(whose === 'mine' && { authorKind, authorId }),
      ...(environment !== undefined && { environments: { has: environment } }),
      ...(flag !== undefined && { flags: { has: flag } }),
      ...(q && { OR: [{ title: { contains: q, mode: 'insensitive' as const } }, { flags: { has: q } }] }),
    };
    if (whose === 'waiting') {
      const found = await waiting(ctx, where);
      const rows = found.rows.filter(({ number }) => before === undefined || number < before).slice(0, limit + 1);
      const page = cutPage(
        rows,
        limit,
        (row) => changeRequestItem(row, found.standing),
        ({ number }) => [number],
      );
      return { ...page, total: found.rows.length };
    }
    const rows = await ctx.db.changeRequest.findMany({
      where: { ...where, ...(before !== undefined && { number: { lt: before } }) },
      ...LINE,
      orderBy: { number: 'desc' },
      take: limit + 1,
    });
    const standing = await readStanding(ctx.db, projectId, rows, ctx.now);
    const page = cutPage(
      rows,
      limit,
      (row) => changeRequestItem(row, standing),
      ({ number }) => [number],
    );
    return { ...page, total: await ctx.db.changeRequest.count({ where }) };
  },
});
