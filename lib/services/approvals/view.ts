import type { Prisma } from '@/lib/db/generated/client';
import { storedStepsSchema } from '@/lib/schemas/change-request';
import type { TransactionClient } from '../transaction-client';
import type { ChangeRequestStatus, ChangeRequestView } from './types';

export type RequestRow = Prisma.ChangeRequestGetPayload<{ include: { events: true } }>;

/** At least one person looks at what somebody asked for, even where nobody has to. */
const LEAST = 1;

/** How many must approve: as many as the strictest environment wants. */
export async function requiredApprovals(db: TransactionClient, row: RequestRow): Promise<number> {
  const { _max } = await db.environment.aggregate({
    where: { projectId: row.projectId, key: { in: row.environments } },
    _max: { requiredApprovals: true },
  });
  return Math.max(LEAST, _max.requiredApprovals ?? 0);
}

/** Who approved what the request says now: the last word of each counts. */
export function approvers({ events, revision }: RequestRow): string[] {
  const said = new Map<string, { kind: string; name: string }>();
  const words = events.filter((event) => event.revision === revision);
  for (const { actorId, actorName, kind } of words.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (kind === 'approve' || kind === 'requestChanges') said.set(actorId, { kind, name: actorName });
  }
  return [...said.values()].filter(({ kind }) => kind === 'approve').map(({ name }) => name);
}

export async function changeRequestView(db: TransactionClient, row: RequestRow): Promise<ChangeRequestView> {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status as ChangeRequestStatus,
    environments: row.environments,
    flags: row.flags,
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    comment: row.comment,
    approvals: { required: await requiredApprovals(db, row), given: approvers(row) },
    applyAt: row.applyAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    revision: row.revision,
    steps: storedStepsSchema.parse(row.steps).steps,
  };
}
