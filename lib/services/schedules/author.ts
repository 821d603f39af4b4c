import type { WriteContext } from '../transaction';

/** Who answers for a schedule: whoever writes it, or asked for it where others approved. */
export async function authorOfSchedule(
  tx: Pick<WriteContext, 'db' | 'actor' | 'approval'>,
): Promise<{ authorKind: string; authorId: string; authorName: string }> {
  const request = tx.approval && (await tx.db.changeRequest.findUnique({ where: { id: tx.approval.id } }));
  if (request) return { authorKind: request.authorKind, authorId: request.authorId, authorName: request.authorName };
  return { authorKind: tx.actor.kind, authorId: tx.actor.id, authorName: tx.actor.name };
}

/** Where approvals are required, what lets it run: the request that was approved, or that approval was bypassed. */
export const allowanceOf = (
  tx: Pick<WriteContext, 'approval'>,
  environment: { requiredApprovals: number },
): string | null => tx.approval?.id ?? (environment.requiredApprovals > 0 ? 'bypassed' : null);
