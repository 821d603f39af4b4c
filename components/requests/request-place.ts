import type { EnvironmentLike } from '@/components/shared/environment-badge';
import type { ChangeRequestPage } from '@/lib/services/approvals/types';

/** A change request as its page shows it, and what the reader may do. */
export interface RequestPlace {
  project: string;
  request: ChangeRequestPage;
  environments: readonly EnvironmentLike[];
  /** The reader's id. */
  me: string;
  can: {
    /** Approve, in every environment that it reaches. */
    approve: boolean;
    /** Edit, in every environment that it reaches. */
    edit: boolean;
    comment: boolean;
  };
}

export const isOpen = ({ status }: Pick<ChangeRequestPage, 'status'>): boolean =>
  status === 'open' || status === 'scheduled';
export const isTheirs = ({ request, me }: Pick<RequestPlace, 'request' | 'me'>): boolean => request.author.id === me;
export const isApproved = ({ approvals: { given, required } }: Pick<ChangeRequestPage, 'approvals'>): boolean =>
  given.length >= required;

/** Why somebody may not approve or reject, as a message id; null if they may. */
export function whyNotApprove(place: RequestPlace): 'closed' | 'own' | 'forbidden' | 'already' | null {
  const { request, me, can } = place;
  if (!isOpen(request)) return 'closed';
  if (isTheirs(place)) return 'own';
  if (!can.approve) return 'forbidden';
  return request.approvals.ids.includes(me) ? 'already' : null;
}

/** Why it cannot be applied by somebody now. */
export function whyNotApply(place: RequestPlace): 'forbidden' | 'stale' | 'missing' | null {
  const { request, can } = place;
  if (!isTheirs(place) && !can.approve) return 'forbidden';
  if (request.problem) return 'stale';
  return isApproved(request) ? null : 'missing';
}
