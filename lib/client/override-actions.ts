import { clearOverride, setManyOverrides, setOverride } from '@/lib/actions/overrides';

/** The writes to overrides: of one tenant, or of one flag for many. */
export const overrideActions = (project: string) => ({
  set: (tenant: string, input: OverrideInput) => setOverride({ project, tenant }, input),
  clear: (tenant: string, input: OverridePlace) => clearOverride({ project, tenant }, input),
  setMany: (input: unknown) => setManyOverrides(project, input),
});

export interface OverridePlace {
  flag: string;
  environment: string;
}

/** What an override serves: a boolean flag's value, or a variant. */
export type OverrideValue = { enabled: boolean } | { variant: string };

export type OverrideInput = OverridePlace & OverrideValue & { expiresAt?: string | null; note?: string };
