import { appliedSchema, changeRequestPlaceSchema } from '@/lib/schemas/change-request';
import type { ServiceContext } from '../context';
import { defineRead } from '../define-verb';
import { asServiceError } from '../errors';
import { findRequest, isOpen } from './request-row';
import { previewSteps } from './run-steps';
import type { ChangeRequestPage, RequestedChange, RequestEvent } from './types';
import { changeRequestView, type RequestRow } from './view';

interface Told {
  action: string;
  flag?: string | undefined;
  environment?: string | undefined;
  tenant?: string | undefined;
  before?: unknown;
  after?: unknown;
}

const requestedChange = ({ action, flag, environment, tenant, before, after }: Told): RequestedChange => ({
  action,
  flag: flag ?? null,
  environment: environment ?? null,
  tenant: tenant ?? null,
  before: before ?? null,
  after: after ?? null,
});

const eventsOf = ({ events }: RequestRow): RequestEvent[] =>
  [...events]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ at, kind, revision, actorId: id, actorName: name, body }) => ({
      at: at.toISOString(),
      kind,
      revision,
      actor: { id, name },
      body,
    }));

/** What applying would change now, or did; or why it cannot be applied. */
async function changesOf(ctx: ServiceContext, row: RequestRow, steps: ChangeRequestPage['steps']) {
  if (row.status === 'applied') {
    const { outcomes } = appliedSchema.parse(row.applied ?? { v: 1, outcomes: [] });
    return { problem: null, changes: outcomes.flatMap(({ drafts }) => drafts.map(requestedChange)) };
  }
  if (!isOpen(row)) return { problem: null, changes: [] };
  try {
    const outcomes = await previewSteps(ctx, steps, row.id);
    return { problem: null, changes: outcomes.flatMap(({ drafts }) => drafts.map(requestedChange)) };
  } catch (thrown) {
    const refusal = asServiceError(thrown);
    if (!refusal || refusal.kind === 'unavailable') throw thrown;
    const { kind, code, issues = [] } = refusal;
    return { problem: { kind, code, issues }, changes: [] };
  }
}

/** A change request with its discussion, and what applying it would change now, or why it cannot be applied. */
export const getChangeRequest = defineRead({
  verbName: 'changeRequests.get',
  input: changeRequestPlaceSchema,
  permission: 'flag.view',
  run: async (ctx, { id }): Promise<ChangeRequestPage> => {
    const row = await findRequest(ctx.db, ctx.scope.projectId, id);
    const view = await changeRequestView(ctx.db, row, ctx.now);
    return { ...view, events: eventsOf(row), ...(await changesOf(ctx, row, view.steps)) };
  },
});
