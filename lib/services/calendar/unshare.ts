import { z } from 'zod';
import { defineVerb } from '../define-verb';

/** Ends the actor’s own calendar link, at once. */
export const unshareCalendar = defineVerb({
  verbName: 'calendar.unshare',
  input: z.strictObject({}),
  permission: 'flag.view',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx): Promise<void> => {
    const { actor, scope } = tx;
    const where = { projectId: scope.projectId, authorKind: actor.kind, authorId: actor.id };
    const { count } = await tx.db.calendarFeed.deleteMany({ where });
    if (count > 0) tx.audit({ action: 'calendar.unshare' });
  },
});
