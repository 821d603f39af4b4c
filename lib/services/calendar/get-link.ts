import { z } from 'zod';
import { defineRead } from '../define-verb';

/** Whether the actor has a calendar link; its secret was shown once. */
export const getCalendarLink = defineRead({
  verbName: 'calendar.link',
  input: z.strictObject({}),
  permission: 'flag.view',
  run: async ({ db, actor, scope }): Promise<{ createdAt: string | null }> => {
    const where = { projectId: scope.projectId, authorKind: actor.kind, authorId: actor.id };
    const row = await db.calendarFeed.findFirst({ where, select: { createdAt: true } });
    return { createdAt: row?.createdAt.toISOString() ?? null };
  },
});
