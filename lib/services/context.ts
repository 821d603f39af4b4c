import type { PrismaClient } from '@/lib/db/generated/client';
import type { Grant } from '@/lib/permissions/allows';
import type { JobRunner } from './job-runs/types';
import type { AuditDraft } from './audit/draft';
import type { Secrets } from './secrets';
import type { Outbound } from './webhooks/outbound';

declare const scoped: unique symbol;

/** The project an actor may see. Minted only in lib/auth, from rows: its type is the proof. */
export interface ProjectScope {
  readonly [scoped]: 'project';
  readonly kind: 'project';
  readonly projectId: string;
  readonly projectKey: string;
}
/** The installation: users, roles and projects. */
export interface InstallationScope {
  readonly [scoped]: 'installation';
  readonly kind: 'installation';
}
/** One tenant of a project: what its own admins see of it, and what the project's members manage for it. */
export interface TenantScope {
  readonly [scoped]: 'tenant';
  readonly kind: 'tenant';
  readonly projectId: string;
  readonly projectKey: string;
  readonly tenantId: string;
  readonly tenantKey: string;
}
export type Scope = ProjectScope | InstallationScope | TenantScope;

export type Actor =
  | {
      kind: 'user';
      id: string;
      name: string;
      email: string;
      grants: readonly Grant[];
      /** Ids of the tenants they administer. */
      tenants: readonly string[];
    }
  | { kind: 'apiKey'; id: string; name: string; grants: readonly Grant[] }
  | { kind: 'job'; id: string; name: string; grants: readonly Grant[] };

/** How a write came in; kept in changes and audit. */
export type Via = 'dashboard' | 'api' | 'cli' | 'job' | 'setup';

/** The environments that a committed write changed. */
export type OnCommitted = (environmentIds: readonly string[]) => Promise<void>;

/** That people agreed to a write: it does not wait for them again. */
export interface Approval {
  /** Of the change request, or of the plan that was approved as a whole. */
  readonly id: string;
}

/** A write that has to wait, and what it would have told the audit. */
export interface HeldWork {
  verb: string;
  /** As it was sent, without what it said of approvals. */
  input: unknown;
  /** Keys of the environments it reaches. */
  environments: readonly string[];
  drafts: readonly AuditDraft[];
  comment: string | undefined;
}

/** Everything a verb may depend on. Minted only in lib/auth; `now` is passed so that tests choose the clock. */
export interface ServiceContext<S extends Scope = ProjectScope> {
  readonly scope: S;
  readonly actor: Actor;
  readonly now: Date;
  readonly db: PrismaClient;
  readonly requestId: string;
  readonly via: Via;
  /** A new identity, sortable by time. */
  readonly newId: () => string;
  /** Unpredictable bytes, as base64url text of `bytes` bytes. */
  readonly randomText: (bytes: number) => string;
  readonly secrets: Secrets;
  /** Brings this process's rulesets up to date and tells the other instances. */
  readonly committed: OnCommitted;
  /** Whether the database answers within `ms`; decides if a slow write is given up. */
  readonly probe: (ms: number) => Promise<boolean>;
  /** How anything is sent out of this installation; absent: nothing is. */
  readonly outbound?: Outbound;
  /** Scheme and host that people reach the dashboard at: links are made with it. */
  readonly site?: string;
  /** What was approved: approvals are not asked for again, nor the permission of whoever carries it out. */
  readonly approval?: Approval;
  /** Takes what has to wait, for a call that is made of several writes: they wait as one. */
  readonly holding?: HeldWork[];
  /** Whether this installation lets its clock be moved. */
  readonly mayMoveClock?: boolean;
  /** The process's clock work. */
  readonly jobs?: JobRunner;
}
