import { remarkSchema } from '@/lib/schemas/change-request';
import { isAllowed } from '../authorize';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import { assertOpen, holdsIn, isAuthor, lockRequest, noteEvent } from './request-row';
import type { ChangeRequestStatus, ChangeRequestView } from './types';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

type Kind = 'approve' | 'requestChanges' | 'reject' | 'comment' | 'cancel';

interface Decision {
  kind: Kind;
  /** As the audit says it. */
  action: string;
  /** Throws what keeps the actor from it. */
  check?: (tx: WriteContext, row: RequestRow) => Promise<void>;
  /** What becomes of the request. */
  status?: ChangeRequestStatus;
  /** Whether it may be said of one that is no longer open. */
  isAlways?: boolean;
  needsComment?: boolean;
}

/** Notes what somebody says of a request, and what becomes of it. */
function defineDecision(verbName: string, { kind, action, check, status, isAlways, needsComment }: Decision) {
  return defineVerb({
    verbName,
    input: remarkSchema,
    permission: 'flag.view',
    locks: () => ({}),
    reaches: () => [],
    run: async (tx, { id, comment = '', revision }): Promise<ChangeRequestView> => {
      const row = await lockRequest(tx.db, tx.scope.projectId, id);
      await check?.(tx, row);
      if (!isAlways) assertOpen(row);
      // What somebody says is of what they read.
      if (revision !== undefined && revision !== row.revision) throw serviceError('conflict', 'version_conflict');
      if (needsComment && comment.trim() === '') throw serviceError('refused', 'comment_required');
      await noteEvent(tx, row, kind, comment);
      const next = await tx.db.changeRequest.update({
        where: { id: row.id },
        data: { ...(status && { status }), version: { increment: 1 }, updatedAt: tx.now },
        include: { events: true },
      });
      const { number, environments, flags } = row;
      tx.audit({ action, flag: flags[0], after: { number, environments, flags }, comment: comment || undefined });
      return changeRequestView(tx.db, next, tx.now);
    },
  });
}

async function mayApprove(tx: WriteContext, row: RequestRow): Promise<void> {
  if (!(await holdsIn(tx, tx.db, row, 'approval.give'))) throw serviceError('forbidden');
  if (await isAuthor(tx, tx.db, row)) throw serviceError('refused', 'own_request');
}

/** An approval of what the request says now. The author's own does not count, so it is refused. */
export const approveRequest = defineDecision('changeRequests.approve', {
  kind: 'approve',
  action: 'changeRequest.approve',
  check: mayApprove,
});

/** Says what has to be different first; takes back an approval given before. */
export const requestChanges = defineDecision('changeRequests.requestChanges', {
  kind: 'requestChanges',
  action: 'changeRequest.requestChanges',
  check: mayApprove,
  needsComment: true,
});

/** Ends a request without applying it. */
export const rejectRequest = defineDecision('changeRequests.reject', {
  kind: 'reject',
  action: 'changeRequest.reject',
  check: mayApprove,
  status: 'rejected',
});

export const commentOnRequest = defineDecision('changeRequests.comment', {
  kind: 'comment',
  action: 'changeRequest.comment',
  isAlways: true,
  needsComment: true,
  check: async (tx) => {
    if (!isAllowed(tx, 'config.edit', [])) throw serviceError('forbidden');
  },
});

/** Withdraws one’s own request; who may approve it can also put it away. */
export const cancelRequest = defineDecision('changeRequests.cancel', {
  kind: 'cancel',
  action: 'changeRequest.cancel',
  status: 'cancelled',
  check: async (tx, row) => {
    if ((await isAuthor(tx, tx.db, row)) || (await holdsIn(tx, tx.db, row, 'approval.give'))) return;
    throw serviceError('forbidden');
  },
});
