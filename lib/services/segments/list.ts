import { segmentListSchema } from '@/lib/schemas/segment';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { environmentsOf } from '../flags/states';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import { countAllConditions } from './count-conditions';
import { findSegmentUsage } from './find-usage';
import { countAllMembers } from './members';
import type { SegmentListItem } from './types';
import { segmentView } from './view';

/** The project's segments by key. `environment` leaves what others hold out. */
export const listSegments = defineRead({
  verbName: 'segments.list',
  input: segmentListSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, q, environment }): Promise<Page<SegmentListItem>> => {
    const { db, scope } = ctx;
    const environments = await environmentsOf(db, scope.projectId);
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const text = { contains: likeLiteral(q?.trim() ?? ''), mode: 'insensitive' as const };
    const searched = q?.trim() ? { OR: [{ key: text }, { name: text }, { description: text }] } : {};
    const where = { projectId: scope.projectId, ...searched };
    const rows = await db.segment.findMany({
      where: after === undefined ? where : { ...where, keyFolded: { gt: after } },
      orderBy: { keyFolded: 'asc' },
      take: limit + 1,
    });
    const keys = rows.map(({ key }) => key);
    const shown = environments.filter(({ key }) => environment === undefined || key === environment);
    const members = await countAllMembers(db, shown, keys);
    const conditions = await countAllConditions(db, shown, keys);
    const usage = await findSegmentUsage(db, environments, keys);
    const view = (row: (typeof rows)[number]): SegmentListItem => ({
      ...segmentView(row),
      conditions: conditions.get(row.key) ?? {},
      members: members.get(row.key) ?? {},
      usedBy: new Set((usage.get(row.key) ?? []).map(({ kind, key }) => `${kind} ${key}`)).size,
    });
    return { ...cutPage(rows, limit, view, ({ keyFolded }) => [keyFolded]), total: await db.segment.count({ where }) };
  },
});
