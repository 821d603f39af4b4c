import type { z } from 'zod';
import { completeConfiguration } from '@/lib/changes/complete';
import { ownProperty } from '@/lib/engine/attributes';
import { explain } from '@/lib/engine/explain';
import { createRuleset } from '@/lib/engine/ruleset';
import { unitOf } from '@/lib/engine/unit';
import type { Configuration, EvaluationContext } from '@/lib/engine/types';
import { explainSchema } from '@/lib/schemas/explain';
import { isStorable } from '@/lib/schemas/text';
import type { ServiceContext } from '../context';
import { defineRead } from '../define-verb';
import { type Asked, loadItemsForFlag } from '../items/load-for-flag';
import { findSubject, type FoundSubject } from './find-subject';
import { placeShape } from './place';
import type { ExplainView } from './types';
import { refuseInvalid } from './validate';

const input = explainSchema.extend(placeShape);

/** What PostgreSQL can look up; nothing that it cannot store is in it. */
function lookup(context: EvaluationContext, name: string): string | null {
  const unit = unitOf(ownProperty(context, name));
  return unit !== null && isStorable(unit) ? unit : null;
}

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

/** A flag's verdict for a context and how it came about: now, at an instant of the past, or with an unsaved draft. */
export const explainFlag = defineRead({
  verbName: 'configurations.explain',
  input,
  permission: 'flag.view',
  run: async (ctx, { context, at, draft, audience, ...place }): Promise<ExplainView> => {
    const subject = await findSubject(ctx.db, ctx.scope.projectId, place);
    const { row, environment } = subject;
    const asked: Asked = {
      environmentId: environment.id,
      flag: row.key,
      subject: lookup(context, 'targetingKey'),
      tenant: lookup(context, 'tenant'),
      at: at ?? null,
      draft: draft ? { kind: 'config', key: row.key, body: await completeDraft(ctx, subject, draft) } : null,
    };
    const ruleset = createRuleset({
      project: ctx.scope.projectKey,
      environment: environment.key,
      epoch: environment.epoch,
      number: environment.number,
      items: await loadItemsForFlag(ctx.db, asked),
    });
    const { verdict, trace } = explain(ruleset, row.key, context, (at ?? ctx.now).getTime(), { audience });
    const { metadata: _, ...answer } = verdict;
    return { ...answer, trace };
  },
});
