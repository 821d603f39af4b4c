import { changeRequestPlaceSchema } from '@/lib/schemas/change-request';
import { defineRead } from '../define-verb';
import { asServiceError } from '../errors';
import { findRequest } from './request-row';
import { previewSteps } from './run-steps';
import type { ChangeRequestPage } from './types';
import { changeRequestView } from './view';

/** A change request with its discussion, and what applying it would change now, or why it cannot be applied. */
export const getChangeRequest = defineRead({
  verbName: 'changeRequests.get',
  input: changeRequestPlaceSchema,
  permission: 'flag.view',
  run: async (ctx, { id }): Promise<ChangeRequestPage> => {
    const row = await findRequest(ctx.db, ctx.scope.projectId, id);
    const view = await changeRequestView(ctx.db, row);
    const events = [...row.events]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, kind, revision, actorId, actorName, body }) => ({
        at: at.toISOString(),
        kind,
        revision,
        actor: { id: actorId, name: actorName },
        body,
      }));
    if (row.status !== 'open' && row.status !== 'scheduled') return { ...view, events, changes: [], problem: null };
    try {
      const outcomes = await previewSteps(ctx, view.steps, id);
      const changes = outcomes.flatMap(({ drafts }) => drafts);
      return {
        ...view,
        events,
        problem: null,
        changes: changes.map(({ action, flag, environment, tenant, before, after }) => ({
          action,
          flag: flag ?? null,
          environment: environment ?? null,
          tenant: tenant ?? null,
          before: before ?? null,
          after: after ?? null,
        })),
      };
    } catch (thrown) {
      const refusal = asServiceError(thrown);
      if (!refusal || refusal.kind === 'unavailable') throw thrown;
      const { kind, code, issues = [] } = refusal;
      return { ...view, events, changes: [], problem: { kind, code, issues } };
    }
  },
});
