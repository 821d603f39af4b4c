import { same } from '@/lib/changes/same';
import type { JsonValue } from '@/lib/engine/types';
import { type Step, storedStepsSchema } from '@/lib/schemas/change-request';
import type { AuditDraft } from '../audit/append';
import type { InstallationScope, Scope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { transaction, type EnvironmentRow, type WriteContext } from '../transaction';
import type { ChangeRequestView } from './types';
import { changeRequestView, type RequestRow } from './view';

export interface HeldWork {
  verb: string;
  /** As it was sent, without what it said of approvals. */
  input: unknown;
  reached: readonly EnvironmentRow[];
  /** What it would have told the audit. */
  drafts: readonly AuditDraft[];
  comment: string | undefined;
}

/** JSON as a request will be read again: instants become texts. */
const plain = (input: unknown): Record<string, JsonValue> => JSON.parse(JSON.stringify(input ?? {}));

const flagsOf = (drafts: readonly AuditDraft[]): string[] => [...new Set(drafts.flatMap(({ flag }) => flag ?? []))];

/** Keeps a write as a change request, for people to agree to. */
export async function holdChange(ctx: ServiceContext<Scope>, held: HeldWork): Promise<ChangeRequestView> {
  const { scope } = ctx;
  if (scope.kind === 'installation') throw serviceError('refused', 'not_requestable');
  const step: Step = {
    verb: held.verb,
    input: plain(held.input),
    ...(scope.kind === 'tenant' && { tenant: scope.tenantKey }),
    environments: held.reached.map(({ key }) => key),
    flags: flagsOf(held.drafts),
  };
  return createRequest({ ...ctx, scope }, { title: '', comment: held.comment, steps: [step] });
}

export interface RequestDraft {
  title: string;
  comment: string | undefined;
  steps: Step[];
}

type Inside = Exclude<Scope, InstallationScope>;

/** What the same author asked for already, word for word: an application that starts again asks no second time. */
async function openTwin(tx: WriteContext<Inside>, steps: Step[]): Promise<RequestRow | undefined> {
  const open = await tx.db.changeRequest.findMany({
    where: { projectId: tx.scope.projectId, status: 'open', authorId: tx.actor.id },
    include: { events: true },
  });
  return open.find((row) => same(storedStepsSchema.parse(row.steps).steps, steps));
}

/** Stores a new change request, and tells who may approve. */
export function createRequest(
  ctx: ServiceContext<Inside>,
  { title, comment, steps }: RequestDraft,
): Promise<ChangeRequestView> {
  const { projectId } = ctx.scope;
  return transaction(ctx, {}, async (tx) => {
    // Numbers are given one after the other.
    await tx.db.$queryRaw`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
    const twin = await openTwin(tx, steps);
    if (twin) return changeRequestView(tx.db, twin);
    const last = await tx.db.changeRequest.aggregate({ where: { projectId }, _max: { number: true } });
    const environments = [...new Set(steps.flatMap((step) => step.environments))];
    const row = await tx.db.changeRequest.create({
      data: {
        id: tx.newId(),
        projectId,
        number: (last._max.number ?? 0) + 1,
        title,
        comment,
        steps: jsonOf(storedStepsSchema.parse({ v: 1, steps })),
        environments,
        flags: [...new Set(steps.flatMap((step) => step.flags))],
        status: 'open',
        authorKind: tx.actor.kind,
        authorId: tx.actor.id,
        authorName: tx.actor.name,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
      include: { events: true },
    });
    const view = await changeRequestView(tx.db, row);
    const { number, flags } = view;
    tx.audit({ action: 'changeRequest.create', flag: flags[0], after: { number, environments, flags }, comment });
    tx.event('changeRequest.created', null, { number, environments, flags });
    return view;
  });
}
