import type { ActionError } from '@/lib/actions/action-result';
import type { MembershipView } from '@/lib/services/memberships/types';

/** What is stored now, if a save was refused because of it. */
export function storedMembership(refusal: ActionError | null): MembershipView | null {
  if (refusal?.code !== 'version_conflict') return null;
  return isMembershipView(refusal.current) ? refusal.current : null;
}

/** It comes from our own action, so a few fields tell it from other answers. */
function isMembershipView(value: unknown): value is MembershipView {
  return (
    typeof value === 'object' && value !== null && 'startsAt' in value && 'timezone' in value && 'version' in value
  );
}
