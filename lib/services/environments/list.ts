import { paginationSchema } from '@/lib/schemas/pagination';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { serviceError } from '../errors';
import { environmentsOf } from '../flags/states';
import type { Page } from '../page';
import type { EnvironmentView } from './types';
import { environmentView } from './view';

/** The project's environments in their order; there are few. */
export const listEnvironments = defineRead({
  verbName: 'environments.list',
  input: paginationSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, q }): Promise<Page<EnvironmentView>> => {
    const wanted = q?.trim().toLowerCase() ?? '';
    const rows = (await environmentsOf(ctx.db, ctx.scope.projectId)).filter(
      ({ keyFolded, name }) => keyFolded.includes(wanted) || name.toLowerCase().includes(wanted),
    );
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const start = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
    if (after !== undefined && start === 0) throw serviceError('invalid', 'invalid_cursor');
    const page = cutPage(rows.slice(start, start + limit + 1), limit, environmentView, ({ id }) => [id]);
    return { ...page, total: rows.length };
  },
});
