import { same } from '@/lib/changes/same';
import { Prisma } from '@/lib/db/generated/client';
import type { JsonValue } from '@/lib/engine/types';
import { type Step, storedStepsSchema } from '@/lib/schemas/change-request';
import type { AuditDraft } from '../audit/draft';
import type { HeldWork, InstallationScope, Scope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { transaction, type WriteContext } from '../transaction';
import { onBase } from './on-base';
import { lockRequest } from './request-row';
import type { ChangeRequestView } from './types';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

/** JSON as a request will be read again: instants become texts. */
const plain = (input: unknown): Record<string, JsonValue> => JSON.parse(JSON.stringify(input ?? {}));

export const flagsOf = (drafts: readonly AuditDraft[]): string[] => [
  ...new Set(drafts.flatMap(({ flag }) => flag ?? [])),
];

/** A write as a step of a request. */
export function stepOf({ scope }: Pick<ServiceContext<Scope>, 'scope'>, held: HeldWork): Step {
  return {
    verb: held.verb,
    input: onBase(held.verb, plain(held.input), held.drafts),
    ...(scope.kind === 'tenant' && { tenant: scope.tenantKey }),
    environments: [...held.environments],
    flags: flagsOf(held.drafts),
  };
}

/** Keeps a write as a change request, for people to agree to. */
export async function holdChange(
  ctx: ServiceContext<Scope>,
  held: HeldWork,
  group: string | undefined,
): Promise<ChangeRequestView> {
  const { scope } = ctx;
  if (scope.kind === 'installation') throw serviceError('refused', 'not_requestable');
  return createRequest({ ...ctx, scope }, { title: '', comment: held.comment, steps: [stepOf(ctx, held)], group });
}

export interface RequestDraft {
  title: string;
  comment: string | undefined;
  steps: Step[];
  /** When it is to be applied, once approved. */
  applyAt?: Date | undefined;
  /** Joins what the same author named so, and is not yet closed. */
  group?: string | undefined;
  /** Takes the place of what the same author named `group`, unless it says the same. */
  replaces?: (before: readonly Step[]) => boolean;
}

type Inside = Exclude<Scope, InstallationScope>;
const MOST_STEPS = 2_000;

const stepsOf = ({ steps }: RequestRow): Step[] => storedStepsSchema.parse(steps).steps;

/** What the same author asked for already, word for word: an application that starts again asks no second time. */
async function openTwin(tx: WriteContext<Inside>, { steps, title, applyAt }: RequestDraft) {
  const open = await tx.db.changeRequest.findMany({
    where: {
      projectId: tx.scope.projectId,
      status: 'open',
      authorKind: tx.actor.kind,
      authorId: tx.actor.id,
      applyAt: applyAt ?? null,
      title,
    },
    include: { events: true },
  });
  return open.find((row) => same(stepsOf(row), steps));
}

/** The open request that the same author's writes of this name are kept in. */
async function openGroup(tx: WriteContext<Inside>, group: string | undefined): Promise<RequestRow | null> {
  if (group === undefined) return null;
  const { projectId } = tx.scope;
  const found = await tx.db.changeRequest.findFirst({
    where: { projectId, status: 'open', authorKind: tx.actor.kind, authorId: tx.actor.id, groupKey: group },
  });
  return found && lockRequest(tx.db, projectId, found.id);
}

/** Gives a request other steps: approvals were of what it said before. */
async function restate(tx: WriteContext<Inside>, row: RequestRow, steps: Step[]): Promise<ChangeRequestView> {
  if (steps.length > MOST_STEPS) throw serviceError('refused', 'request_too_large', { params: { limit: MOST_STEPS } });
  const isSpokenOf = row.events.some(({ revision }) => revision === row.revision);
  const [environments, flags] = placesOf(steps);
  const next = await tx.db.changeRequest.update({
    where: { id: row.id },
    data: {
      steps: jsonOf(storedStepsSchema.parse({ v: 1, steps })),
      environments,
      flags,
      reason: Prisma.DbNull,
      version: { increment: 1 },
      updatedAt: tx.now,
      ...(isSpokenOf && { revision: { increment: 1 } }),
    },
    include: { events: true },
  });
  tx.audit({
    action: 'changeRequest.edit',
    flag: flags[0],
    after: { number: row.number, environments, flags, revision: next.revision },
  });
  return changeRequestView(tx.db, next, tx.now);
}

const placesOf = (steps: readonly Step[]): [string[], string[]] => [
  [...new Set(steps.flatMap((step) => step.environments))],
  [...new Set(steps.flatMap((step) => step.flags))],
];

async function insert(tx: WriteContext<Inside>, draft: RequestDraft): Promise<ChangeRequestView> {
  const { projectId } = tx.scope;
  const { title, comment, steps, applyAt, group } = draft;
  const last = await tx.db.changeRequest.aggregate({ where: { projectId }, _max: { number: true } });
  const [environments, flags] = placesOf(steps);
  const row = await tx.db.changeRequest.create({
    data: {
      id: tx.newId(),
      projectId,
      number: (last._max.number ?? 0) + 1,
      title,
      comment,
      steps: jsonOf(storedStepsSchema.parse({ v: 1, steps })),
      environments,
      flags,
      status: 'open',
      applyAt,
      groupKey: group,
      authorKind: tx.actor.kind,
      authorId: tx.actor.id,
      authorName: tx.actor.name,
      createdAt: tx.now,
      updatedAt: tx.now,
    },
    include: { events: true },
  });
  const { number } = row;
  tx.audit({ action: 'changeRequest.create', flag: flags[0], after: { number, environments, flags }, comment });
  tx.event('changeRequest.create', null, { number, environments, flags });
  return changeRequestView(tx.db, row, tx.now);
}

/** Stores a new change request, and tells who may approve; what joins or repeats another is kept in that one. */
export function createRequest(ctx: ServiceContext<Inside>, draft: RequestDraft): Promise<ChangeRequestView> {
  const { projectId } = ctx.scope;
  const { applyAt, steps, group, replaces } = draft;
  if (applyAt && applyAt <= ctx.now) throw serviceError('refused', 'instant_past');
  return transaction(ctx, {}, async (tx) => {
    // Numbers are given one after the other.
    await tx.db.$queryRaw`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
    const joined = await openGroup(tx, group);
    if (joined) {
      const before = stepsOf(joined);
      if (replaces ? !replaces(before) : steps.every((step) => before.some((each) => same(each, step)))) {
        return changeRequestView(tx.db, joined, tx.now);
      }
      return restate(tx, joined, replaces ? steps : [...before, ...steps]);
    }
    const twin = await openTwin(tx, draft);
    return twin ? changeRequestView(tx.db, twin, tx.now) : insert(tx, draft);
  });
}
