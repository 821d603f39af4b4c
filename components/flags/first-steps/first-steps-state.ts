import type { AnalyticsView } from '@/lib/services/analytics/types';
import type { FlagListItem } from '@/lib/services/flags/types';

export type Step = 'create' | 'connect' | 'turnOn' | 'done';

/** Up to so many flags, somebody may still be trying things out. */
const FEW = 5;
/** The version a configuration is made with; it is off. */
const CREATION = 1;

/** The flag the first steps are about: the first that was made. Null while there is none. */
export function firstFlag(flags: readonly FlagListItem[]): FlagListItem | null {
  return flags.reduce<FlagListItem | null>(
    (first, flag) => (first === null || flag.createdAt < first.createdAt ? flag : first),
    null,
  );
}

/** Whether a project is new: few flags, and none that is on where an application asks for it. */
export function isNewProject(flags: readonly FlagListItem[], total: number): boolean {
  const isUsed = (flag: FlagListItem): boolean =>
    Object.values(flag.environments).some(({ state, lastSeenAt }) => state !== 'off' && lastSeenAt !== null);
  return total <= FEW && !flags.some(isUsed);
}

/** The step that is next: what was done shows in the flag and in its figures. */
export function nextStep(
  flag: Pick<FlagListItem, 'environments'> | null,
  environment: string,
  seen: Pick<AnalyticsView, 'lastSeenAt' | 'annotations'> | undefined,
): Step {
  if (flag === null) return 'create';
  const lastSeenAt = seen?.lastSeenAt ?? null;
  if (lastSeenAt === null) return 'connect';
  const standing = flag.environments[environment];
  if (standing === undefined || standing.state === 'off' || standing.killed) return 'turnOn';
  // Until the figures know of the change that turned it on, nothing can have arrived after it.
  const change = seen?.annotations.findLast(({ version }) => version <= standing.version);
  const isKnown = change !== undefined && change.version === standing.version && change.version > CREATION;
  return isKnown && Date.parse(lastSeenAt) > Date.parse(change.at) ? 'done' : 'turnOn';
}
