import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';

type Standing = Pick<FlagListItem, 'environments'>;

/** Where at least one of the flags is not off: what is changed about the flags as such is noticed there. */
export function reachedEnvironments(
  flags: readonly Standing[],
  environments: readonly EnvironmentView[],
): EnvironmentView[] {
  const isReached = ({ key }: EnvironmentView): boolean =>
    flags.some((flag) => (flag.environments[key]?.state ?? 'off') !== 'off');
  return environments.filter(isReached);
}
