export type MembershipState = 'open' | 'upcoming' | 'past';

/** A subject's or a tenant's time on a flag in one environment. `startsAt ≤ now < endsAt` is open. */
export interface MembershipView {
  id: string;
  flag: string;
  environment: string;
  /** Either of these is null. */
  subject: string | null;
  tenant: string | null;
  /** Null: a boolean flag's true variant. */
  variant: string | null;
  startsAt: string;
  endsAt: string;
  /** Whole days of `timezone`, both included, where it was written so. */
  startDate: string | null;
  endDate: string | null;
  timezone: string;
  note: string | null;
  state: MembershipState;
  /** When it was added or last changed. */
  updatedAt: string;
  version: number;
}
