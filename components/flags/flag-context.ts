import type { Abilities } from '@/lib/permissions/abilities';
import type { EnvironmentView } from '@/lib/services/environments/types';

/** What every piece of the flag list needs to know about where it is. */
export interface FlagPlace {
  project: string;
  environments: readonly EnvironmentView[];
  can: Abilities;
}
