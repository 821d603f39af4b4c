import type { FlagType, VariantValue } from '@/lib/engine/types';

/** A flag on which sources disagree: the value in force, and who declares another. */
export interface RegistryConflict {
  flag: string;
  value: VariantValue;
  sources: { source: string; version: string; value: VariantValue }[];
}

/** What a post to the registry did; flags by key, in the order of the post. */
export interface RegistryReport {
  environment: string;
  source: string;
  version: string;
  created: string[];
  changed: string[];
  unchanged: number;
  withdrawn: string[];
  conflicts: RegistryConflict[];
}

/** What one source says of a flag in an environment. Instants are RFC 3339. */
export interface DeclarationView {
  environment: string;
  flag: string;
  source: string;
  /** The application's version that said so last. */
  version: string;
  type: FlagType;
  value: VariantValue;
  /** The variant that has this value; null where the flag has none. */
  variant: string | null;
  description: string;
  /** Whether its value is the default in force there. */
  inForce: boolean;
  declaredAt: string;
  lastSeenAt: string;
  /** Since when the source no longer declares it; null while it does. */
  withdrawnAt: string | null;
}
