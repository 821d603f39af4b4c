import type { Abilities } from '@/lib/permissions/abilities';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagEnvironment } from './flag-page-types';

const NOTHING = {
  edit: false,
  request: false,
  kill: false,
  approve: false,
  bypass: false,
  editSegments: false,
  editOverrides: false,
  editMemberships: false,
  editPlans: false,
  editSubjects: false,
  renewSecret: false,
};

/** The project's environments with what the reader may do in each. */
export function toFlagEnvironments(environments: readonly EnvironmentView[], can: Abilities): FlagEnvironment[] {
  return environments.map(({ key, name, color, protected: isProtected, requireComment, requiredApprovals }) => ({
    key,
    name,
    color,
    protected: isProtected,
    requireComment,
    requiredApprovals,
    can: can.environments[key] ?? NOTHING,
  }));
}
