import type { FlagState, FlagType, Variant } from '@/lib/engine/types';

export type FlagKind = 'release' | 'experiment' | 'operational' | 'permission';
export type FlagLifecycle = 'new' | 'live' | 'rolledOut' | 'stale' | 'archived';

/** A flag as the admin API and the Details tab show it. Instants are RFC 3339. */
export interface FlagView {
  id: string;
  key: string;
  name: string;
  description: string;
  kind: FlagKind;
  type: FlagType;
  variants: Variant[];
  salt: string;
  tags: string[];
  metadata: Record<string, boolean | string | number>;
  links: { title: string; url: string }[];
  owner: string | null;
  clientVisible: boolean;
  tenantManaged: boolean;
  archived: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  createdBy: string;
  /** Where it was first made. */
  origin: 'dashboard' | 'code';
  /** State per environment key. */
  environments: Record<string, FlagEnvironmentState>;
}

export interface FlagEnvironmentState {
  state: FlagState;
  killed: boolean;
  version: number;
  ruleCount: number;
  /** What the application declared there, which the state may follow; null where nothing was. */
  codeDefault: { variant: string; enabled: boolean } | null;
  /** RFC 3339, or null when never evaluated. */
  lastSeenAt: string | null;
}

/** A row of the flag list. */
export interface FlagListItem extends Omit<FlagView, 'variants' | 'salt' | 'metadata' | 'links' | 'description'> {
  lifecycle: FlagLifecycle;
  lastSeenAt: string | null;
  /** Evaluations per day of the last seven, oldest first, over all environments. */
  evaluations: number[];
}

/** Why a flag, segment or environment cannot be removed. */
export interface Usage {
  kind: 'prerequisite' | 'segment' | 'virtualSegment' | 'rule';
  /** Flag or segment key that uses it. */
  key: string;
  environment: string;
}
