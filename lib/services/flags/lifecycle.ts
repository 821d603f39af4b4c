import type { FlagRow } from './flag-row';
import type { StandingConfiguration } from './states';
import type { FlagLifecycle } from './types';

const DAY = 86_400_000;
const ROLLED_OUT_DAYS = 14;
const STALE_DAYS = 30;

/** On for everybody: nothing is targeted, and the default is one variant of the flag's own. */
function isEverywhere({ configuration }: StandingConfiguration): boolean {
  const { state, killed, rules, targets, prerequisites, default: fallback } = configuration;
  const plain = 'variant' in fallback && fallback.variant !== null;
  return state === 'on' && !killed && plain && rules.length + targets.length + prerequisites.length === 0;
}

const isOff = ({ configuration }: StandingConfiguration): boolean =>
  configuration.state === 'off' || configuration.killed;

const newest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((latest, date) => (date && (!latest || date > latest) ? date : latest), null);

/** When a flag was last evaluated anywhere. */
export const lastSeenOf = (standing: readonly StandingConfiguration[]): Date | null =>
  newest(standing.map(({ lastSeenAt }) => lastSeenAt));

/**
 * Where a flag is in its life. Rolled out: on for everybody where it counts (the protected environments, else all)
 * for 14 days. Stale: not evaluated for 30 days, or rolled out or off everywhere and unchanged for 30 days.
 */
export function lifecycleOf(
  flag: Pick<FlagRow, 'archivedAt' | 'createdAt'>,
  standing: readonly StandingConfiguration[],
  now: Date,
): FlagLifecycle {
  if (flag.archivedAt) return 'archived';
  const daysSince = (date: Date): number => (now.getTime() - date.getTime()) / DAY;
  const seen = lastSeenOf(standing);
  const guarded = standing.filter(({ environment }) => environment.protected);
  const counting = guarded.length > 0 ? guarded : standing;
  const unchanged = (list: readonly StandingConfiguration[]): number =>
    daysSince(newest([flag.createdAt, ...list.map(({ since }) => since)]) ?? now);
  const rolledOut = counting.length > 0 && counting.every(isEverywhere) ? unchanged(counting) : 0;
  const off = standing.length > 0 && standing.every(isOff) ? unchanged(standing) : 0;
  if (daysSince(seen ?? flag.createdAt) >= STALE_DAYS || rolledOut >= STALE_DAYS || off >= STALE_DAYS) return 'stale';
  if (rolledOut >= ROLLED_OUT_DAYS) return 'rolledOut';
  return seen ? 'live' : 'new';
}
