import type { Sentence } from '@/lib/changes/sentence';
import type { Step } from '@/lib/schemas/change-request';
import type { Issue } from '../errors';

export type ChangeRequestStatus = 'open' | 'scheduled' | 'applied' | 'rejected' | 'cancelled';

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
  /**
   * How many are wanted, by the strictest of its environments, and whose approvals of what it says now count today: by
   * name, and by id.
   */
  approvals: { required: number; given: string[]; ids: string[] };
  /** When it is applied, once approved; null: by hand. */
  applyAt: string | null;
  appliedAt: string | null;
  appliedBy: string | null;
  /** Whether it could not be applied when somebody, or the clock, tried last. */
  hasProblem: boolean;
  createdAt: string;
  updatedAt: string;
  version: number;
}

export interface ChangeRequestView extends ChangeRequestItem {
  /** Rises when what it says changes: an approval is of one. */
  revision: number;
  steps: Step[];
}

/** What applying changes of one thing. */
export interface RequestedChange {
  action: string;
  flag: string | null;
  environment: string | null;
  tenant: string | null;
  before: unknown;
  after: unknown;
  /** A configuration's change in words; empty for anything else. */
  messages: Sentence[];
}
export interface RequestEvent {
  at: string;
  kind: string;
  revision: number;
  actor: { id: string; name: string };
  body: string;
}
export interface ChangeRequestPage extends ChangeRequestView {
  /** Oldest first. */
  events: RequestEvent[];
  /** What applying would change now, or did; empty where it cannot be applied, and once it is put away. */
  changes: RequestedChange[];
  /** Why it cannot be applied as it is: somebody changed the same since, say. */
  problem: { kind: string; code: string; issues: Issue[] } | null;
}
