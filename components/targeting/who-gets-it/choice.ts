/** Whom a variant is meant for, as somebody thinks of it. */
export interface Choice {
  audience: 'chosen' | 'everyone';
  variant: string;
  /** The lowest subject role that gets it; null: none by role. */
  role: string | null;
  /** Targeting keys. */
  subjects: readonly string[];
  /** Keys. Theirs are overrides, which the draft does not hold. */
  tenants: readonly string[];
  /** What everybody else gets; null leaves the default as it is. */
  rest: string | null;
}

/** Whether somebody is named. */
export const namesSomebody = ({ audience, role, subjects, tenants }: Choice): boolean =>
  audience === 'everyone' || role !== null || subjects.length + tenants.length > 0;
