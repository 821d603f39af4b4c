import type { z } from 'zod';
import { completeConfiguration } from '@/lib/changes/complete';
import { explain } from '@/lib/engine/explain';
import type { Configuration } from '@/lib/engine/types';
import { explainSchema } from '@/lib/schemas/explain';
import type { ServiceContext } from '../context';
import { defineRead } from '../define-verb';
import { gatherFor } from '../subjects/gather-for';
import { findSubject, type FoundSubject } from './find-subject';
import { placeShape } from './place';
import type { ExplainView } from './types';
import { refuseInvalid } from './validate';

const input = explainSchema.extend(placeShape);

/** An unsaved configuration, made whole and refused like one that is saved. */
async function completeDraft(
  ctx: ServiceContext,
  { row, environment, definition, configuration }: FoundSubject,
  draft: NonNullable<z.output<typeof explainSchema>['draft']>,
): Promise<Configuration> {
  const { v: _v, version: _version, flag: _flag, environment: _environment, comment: _comment, ...asked } = draft;
  const complete = completeConfiguration(definition, configuration, asked, ctx.newId);
  const place = { projectId: ctx.scope.projectId, environmentId: environment.id, flag: row.key };
  await refuseInvalid(ctx.db, place, definition, complete);
  return complete;
}

/**
 * A flag's verdict for a context and how it came about: now, at an instant of the past, or with an unsaved draft. The
 * context is what a server says: what is stored of the subject now lies beneath it.
 */
export const explainFlag = defineRead({
  verbName: 'configurations.explain',
  input,
  permission: 'flag.view',
  run: async (ctx, { context, at, draft, audience, ...place }): Promise<ExplainView> => {
    const subject = await findSubject(ctx.db, ctx.scope.projectId, place);
    const { row, environment } = subject;
    const { ruleset, merged, reserved } = await gatherFor(ctx, environment, {
      context,
      flags: [row.key],
      isTrusted: audience !== 'client',
      at: at ?? null,
      draft: draft ? { kind: 'config', key: row.key, body: await completeDraft(ctx, subject, draft) } : null,
    });
    const options = { audience, reserved };
    const { verdict, trace } = explain(ruleset, row.key, merged, (at ?? ctx.now).getTime(), options);
    const { metadata: _, ...answer } = verdict;
    return { ...answer, trace };
  },
});
