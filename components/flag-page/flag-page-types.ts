import type { EnvironmentAbilities } from '@/lib/permissions/abilities';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagView } from '@/lib/services/flags/types';

/** What the flag's pages need of an environment. */
export interface FlagEnvironment
  extends Pick<EnvironmentView, 'key' | 'name' | 'color' | 'protected' | 'requireComment' | 'requiredApprovals'> {
  can: EnvironmentAbilities;
}

/** What the flag's pages need of a flag. */
export type FlagSummary = Pick<
  FlagView,
  'key' | 'name' | 'kind' | 'type' | 'variants' | 'tags' | 'archived' | 'clientVisible' | 'environments'
>;
