import { appliedSchema, changeRequestPlaceSchema } from '@/lib/schemas/change-request';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import type { Sentence } from '@/lib/changes/sentence';
import type { FlagDefinition } from '@/lib/engine/types';
import { parseStoredConfiguration } from '@/lib/schemas/stored-configuration';
import type { ServiceContext } from '../context';
import { defineRead } from '../define-verb';
import { asServiceError } from '../errors';
import { definitionOf } from '../flags/definition-of';
import { findRequest, isOpen } from './request-row';
import { previewSteps } from './run-steps';
import type { ChangeRequestPage, RequestedChange, RequestEvent } from './types';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

interface Told {
  action: string;
  flag?: string | undefined;
  environment?: string | undefined;
  tenant?: string | undefined;
  before?: unknown;
  after?: unknown;
}

type Definitions = ReadonlyMap<string, FlagDefinition>;

/** A configuration's change in words. */
function sentencesOf({ flag, action, before, after }: Told, definitions: Definitions): Sentence[] {
  const definition = definitions.get(flag ?? '');
  if (!definition || !action.startsWith('config.')) return [];
  const [from, to] = [before, after].map((view) => parseStoredConfiguration(Object.assign({ v: 1 }, view)));
  if (!from || !to) return [];
  const subject = { definition, configuration: from };
  return describe(subject, diff(subject, to));
}

async function told(ctx: ServiceContext, outcomes: readonly { drafts: readonly Told[] }[]): Promise<RequestedChange[]> {
  const drafts = outcomes.flatMap((outcome) => outcome.drafts);
  const rows = await ctx.db.flag.findMany({
    where: { projectId: ctx.scope.projectId, key: { in: [...new Set(drafts.flatMap(({ flag }) => flag ?? []))] } },
  });
  const definitions = new Map(rows.map((row) => [row.key, definitionOf(row)]));
  return drafts.map((draft) => ({ ...requestedChange(draft), messages: sentencesOf(draft, definitions) }));
}

const requestedChange = ({
  action,
  flag,
  environment,
  tenant,
  before,
  after,
}: Told): Omit<RequestedChange, 'messages'> => ({
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
    return { problem: null, changes: await told(ctx, outcomes) };
  }
  if (!isOpen(row)) return { problem: null, changes: [] };
  try {
    const outcomes = await previewSteps(ctx, steps, row.id);
    return { problem: null, changes: await told(ctx, outcomes) };
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
