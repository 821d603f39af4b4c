import { storedStepsSchema } from '@/lib/schemas/change-request';
import type { TransactionClient } from '../transaction-client';
import type { RequestLine, RequestRow } from './row';
import { approversOf, readStanding, requiredOf, type Standing } from './standing';
import type { ChangeRequestItem, ChangeRequestStatus, ChangeRequestView } from './types';

/** A request in a line of a list, by what decides of it today. */
export function changeRequestItem(row: RequestLine, standing: Standing): ChangeRequestItem {
  const given = approversOf(row, standing);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status as ChangeRequestStatus,
    environments: row.environments,
    flags: row.flags,
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    comment: row.comment,
    approvals: {
      required: requiredOf(row, standing),
      given: given.map(({ name }) => name),
      ids: given.map(({ id }) => id),
    },
    applyAt: row.applyAt?.toISOString() ?? null,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    appliedBy: row.appliedBy,
    hasProblem: row.reason !== null && row.status !== 'applied',
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** The whole of one. */
export async function changeRequestView(db: TransactionClient, row: RequestRow, now: Date): Promise<ChangeRequestView> {
  const standing = await readStanding(db, row.projectId, [row], now);
  return {
    ...changeRequestItem(row, standing),
    revision: row.revision,
    steps: storedStepsSchema.parse(row.steps).steps,
  };
}
