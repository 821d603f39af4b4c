import type { FlagType } from '@/lib/engine/types';

/** Where a tenant's value comes from: its override, the flag's state in the environment, or the code default. */
export type ValueSource = 'tenant' | 'system' | 'default';

/**
 * What one flag gives a tenant in one environment, or everybody when no tenant is meant. `enabled` is whether the
 * variant's value is true (boolean flags) or differs from the off variant; the rules of a flag that is on may still
 * decide otherwise for a subject.
 */
export interface TenantFlagView {
  key: string;
  name: string;
  description: string;
  type: FlagType;
  /** The variant that the application declared; null when none did. */
  codeDefault: string | null;
  enabled: boolean;
  /** Null: the caller's own default, or a split. */
  variant: string | null;
  overridden: boolean;
  /** What the state alone says: on, off, or null while it follows the code default. */
  systemEnabled: boolean | null;
  from: ValueSource;
  /** When the override ends; null without one or without an end. */
  expiresAt: string | null;
  note: string | null;
  /** When the override was set. */
  setAt: string | null;
  killed: boolean;
  tenantManaged: boolean;
  /** What an override may serve, in the definition's order. */
  variants: { key: string; name: string | null }[];
}
/** One override in force, for lists across tenants. */
export interface OverrideView {
  flag: string;
  tenant: string;
  environment: string;
  variant: string;
  enabled: boolean;
  expiresAt: string | null;
  note: string | null;
  setAt: string;
}
/** One cell of the grid of tenants and flags: what differs from the system's value; absent cells follow it. */
export interface OverrideCell {
  flag: string;
  tenant: string;
  variant: string;
  enabled: boolean;
  expiresAt: string | null;
}
/** A flag as everybody gets it, and how many tenants have an override of it in force. */
export interface SystemFlagView extends TenantFlagView {
  overrides: number;
}
/** One row of the grid's window. */
export interface GridTenant {
  key: string;
  name: string;
}
/** One column of the grid's window, with the value that absent cells follow. */
export interface GridFlag {
  key: string;
  name: string;
  type: FlagType;
  enabled: boolean;
  variant: string | null;
  systemEnabled: boolean | null;
  from: ValueSource;
  killed: boolean;
  tenantManaged: boolean;
  variants: { key: string; name: string | null }[];
}
/** A window of tenants × flags, both by key. The totals are those of the whole grid with its filters. */
export interface GridView {
  tenants: GridTenant[];
  tenantTotal: number;
  flags: GridFlag[];
  flagTotal: number;
  /** Overrides in force within the window. */
  cells: OverrideCell[];
}
/** What an override serves, as audit and bulk answers say it. */
export interface OverrideValue {
  variant: string;
  enabled: boolean;
  expiresAt: string | null;
  note: string | null;
}
/** What a bulk write changes, or would change, tenant by tenant; null is no override. */
export interface ManyOverridesView {
  flag: string;
  environment: string;
  dryRun: boolean;
  changes: { tenant: string; before: OverrideValue | null; after: OverrideValue | null }[];
  /** Tenants for which it changes nothing. */
  unchanged: number;
}
