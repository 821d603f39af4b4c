import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import type { TimeWindow } from '@/lib/engine/types';

/** Where memberships are looked at. */
export interface MembershipPlace {
  project: string;
  environment: FlagEnvironment;
}

/** Whose a membership is. */
export type Member = { subject: string } | { tenant: string };

/** Its key. */
export const memberKey = (member: Member): string => ('subject' in member ? member.subject : member.tenant);

/** What a membership's form is filled in with. */
export interface AskedMembership {
  variant: string;
  window: TimeWindow;
  note: string;
}
