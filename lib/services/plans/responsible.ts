import type { WriteContext } from '../transaction';
import { BYPASSED, type LoadedPlan } from './plan-row';
import { planEnvironments, wantsApproval } from './reaches';

/** Who answers for a plan from now on, and what allowed it: whoever set it going, or the request they agreed to. */
export function responsible(tx: WriteContext, plan: LoadedPlan) {
  const { kind, id, name } = tx.actor;
  const author = tx.approval || kind === 'job' ? {} : { authorKind: kind, authorId: id, authorName: name };
  // Without approval it is taken back where approvals are wanted, unless whoever asks may do without.
  const bypassed = wantsApproval(planEnvironments(tx, plan)) ? BYPASSED : null;
  return { ...author, requestId: tx.approval?.id ?? bypassed };
}
