import { z } from 'zod';
import { explain } from '@/lib/engine/explain';
import { subjectPlaceShape } from '@/lib/schemas/subject';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findSubjectRow } from './subject-row';
import { gatherFor } from './gather-for';
import type { SubjectFlagsView, SubjectFlagView } from './types';

/** Every flag that is not archived for a stored subject, as a server that says nothing else of it is answered. */
export const getSubjectFlags = defineRead({
  verbName: 'subjects.getFlags',
  input: z.object(subjectPlaceShape),
  permission: 'subject.view',
  run: async (ctx, { environment: key, targetingKey }): Promise<SubjectFlagsView> => {
    const { db, scope, now } = ctx;
    const environment = await findEnvironment(db, scope.projectId, key);
    await findSubjectRow(db, environment.id, targetingKey);
    const flags = await db.flag.findMany({
      where: { projectId: scope.projectId, archivedAt: null },
      orderBy: { keyFolded: 'asc' },
      select: { key: true, name: true },
    });
    const { ruleset, merged, reserved } = await gatherFor(ctx, environment, {
      context: { targetingKey },
      flags: flags.map((flag) => flag.key),
      isTrusted: true,
      at: null,
      draft: null,
    });
    const items = flags.map(({ key: flag, name }): SubjectFlagView => {
      const { verdict, trace } = explain(ruleset, flag, merged, now.getTime(), { reserved });
      const { metadata: _, ...answer } = verdict;
      return { ...answer, name, trace };
    });
    return { items, context: merged };
  },
});
