import type { Issue } from '../errors';
import type { Step } from '@/lib/schemas/change-request';

export type ChangeRequestStatus = 'open' | 'scheduled' | 'applied' | 'rejected' | 'cancelled' | 'failed';

/** Changes that wait for people, in a line of a list. Instants are RFC 3339 in UTC. */
export interface ChangeRequestItem {
  id: string;
  /** Counts the project's requests. */
  number: number;
  title: string;
  status: ChangeRequestStatus;
  environments: string[];
  flags: string[];
  author: { kind: string; id: string; name: string };
  comment: string | null;
  /** How many are wanted, by the strictest of its environments, and who gave theirs to what it says now. */
  approvals: { required: number; given: string[] };
  applyAt: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface ChangeRequestView extends ChangeRequestItem {
  revision: number;
  steps: Step[];
}

/** What applying would change of one thing. */
export interface RequestedChange {
  action: string;
  flag: string | null;
  environment: string | null;
  tenant: string | null;
  before: unknown;
  after: unknown;
}
export interface ChangeRequestPage extends ChangeRequestView {
  /** Oldest first. */
  events: { at: string; kind: string; revision: number; actor: { id: string; name: string }; body: string }[];
  /** What applying would change now; empty once it is closed. */
  changes: RequestedChange[];
  /** Why it cannot be applied as it is: somebody changed the same since, say. */
  problem: { kind: string; code: string; issues: Issue[] } | null;
}
