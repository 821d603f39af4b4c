import { paginationSchema } from '@/lib/schemas/pagination';
import type { Actor, InstallationScope } from '../context';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import type { ProjectView } from './types';
import { projectView } from './view';

/** Selects the projects that an actor belongs to. */
function ownProjects({ grants }: Actor) {
  if (grants.some(({ projectId }) => projectId === null)) return {};
  return { id: { in: grants.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])) } };
}

/** The projects the actor belongs to, by key. */
export const listProjects = defineRead<typeof paginationSchema, Page<ProjectView>, InstallationScope>({
  verbName: 'projects.list',
  input: paginationSchema,
  permission: 'flag.view',
  anywhere: true,
  run: async (ctx, { limit, cursor, q }) => {
    const text = { contains: likeLiteral(q?.trim() ?? ''), mode: 'insensitive' as const };
    const where = { ...ownProjects(ctx.actor), ...(q?.trim() && { OR: [{ key: text }, { name: text }] }) };
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const rows = await ctx.db.project.findMany({
      where: after === undefined ? where : { ...where, keyFolded: { gt: after } },
      orderBy: { keyFolded: 'asc' },
      take: limit + 1,
    });
    const page = cutPage(rows, limit, projectView, ({ keyFolded }) => [keyFolded]);
    return { ...page, total: await ctx.db.project.count({ where }) };
  },
});
