import { DEFAULT_ONBOARDING } from './default-onboarding';
import type { ReservedAttributes, Ruleset } from './model';
import type { JsonValue } from './types';

const DAY_MS = 86_400_000;

/** How far a subject got. */
export interface Progress {
  /** Epoch milliseconds. */
  joinedAt: number | null;
  stage: string | null;
  counters: Record<string, number>;
}
interface Asked {
  role: JsonValue | undefined;
  tenant: string | null;
  /** Epoch milliseconds. */
  now: number;
}

/** The reserved attributes of a subject, or null when nothing is known of it. */
export function progressOf(
  ruleset: Ruleset,
  profile: Progress | null,
  { role, tenant, now }: Asked,
): ReservedAttributes | null {
  const roleAtLeast = typeof role === 'string' ? rolesReached(ruleset, role, tenant) : undefined;
  if (profile === null) return roleAtLeast === undefined ? null : { roleAtLeast };
  const { stage, joinedAt, counters } = profile;
  const onboarding = ruleset.onboarding ?? DEFAULT_ONBOARDING;
  const stageIndex = stage === null ? -1 : onboarding.stages.indexOf(stage);
  return {
    counters,
    ...(stage === null ? {} : { stage }),
    ...(stageIndex < 0 ? {} : { stageIndex }),
    ...(joinedAt === null ? {} : { daysSinceJoined: wholeDays(joinedAt, now) }),
    ...(roleAtLeast === undefined ? {} : { roleAtLeast }),
  };
}

/** Whole periods of 24 hours, whatever clocks on walls did meanwhile; none for who joins later. */
const wholeDays = (joinedAt: number, now: number): number => Math.max(0, Math.floor((now - joinedAt) / DAY_MS));

/** The project's roles up to this one, or to the one that the tenant's own ranks with. Undefined for an unknown one. */
function rolesReached(
  { onboarding, tenants }: Pick<Ruleset, 'onboarding' | 'tenants'>,
  role: string,
  tenant: string | null,
): string[] | undefined {
  const { roles } = onboarding ?? DEFAULT_ONBOARDING;
  const own = tenant === null ? undefined : tenants.get(tenant)?.roles?.find(({ key }) => key === role);
  const rank = roles.includes(role) ? role : own?.ranksWith;
  const index = rank === undefined ? -1 : roles.indexOf(rank);
  return index === -1 ? undefined : roles.slice(0, index + 1);
}
