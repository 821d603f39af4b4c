import { clearOverride, setOverride } from '@/lib/actions/overrides';

/** The writes to a tenant's overrides. */
export const overrideActions = (project: string) => ({
  set: (tenant: string, input: OverrideInput) => setOverride({ project, tenant }, input),
  clear: (tenant: string, input: OverridePlace) => clearOverride({ project, tenant }, input),
});

export interface OverridePlace {
  flag: string;
  environment: string;
}

/** What an override serves: a boolean flag's value, or a variant. */
export type OverrideValue = { enabled: boolean } | { variant: string };

export type OverrideInput = OverridePlace & OverrideValue & { expiresAt?: string | null; note?: string };
