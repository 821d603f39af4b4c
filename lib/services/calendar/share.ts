import { z } from 'zod';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { hashSecret } from '../secrets';
import type { CalendarLink } from './types';

/** How the secret of a link begins, so that it is told apart from keys. */
const PREFIX = 'fscal_';

/** Makes the link that the actor’s calendar apps read the project’s calendar with; an earlier one ends. */
export const shareCalendar = defineVerb({
  verbName: 'calendar.share',
  input: z.strictObject({}),
  permission: 'flag.view',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx): Promise<CalendarLink> => {
    const { actor, scope, now } = tx;
    if (actor.kind === 'job') throw serviceError('forbidden');
    const secret = `${PREFIX}${tx.randomText(32)}`;
    const place = { projectId: scope.projectId, authorKind: actor.kind, authorId: actor.id };
    const made = { id: tx.newId(), hash: hashSecret(secret), createdAt: now };
    await tx.db.calendarFeed.upsert({
      where: { projectId_authorKind_authorId: place },
      create: { ...place, ...made },
      update: made,
    });
    tx.audit({ action: 'calendar.share' });
    const path = `/api/admin/projects/${encodeURIComponent(scope.projectKey)}/calendar.ics?token=${secret}`;
    return { url: `${tx.site ?? ''}${path}`, createdAt: now.toISOString() };
  },
});
