import type { Builder } from '@/components/plans/builder/builder-context';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { listSegments } from '@/lib/services/segments/list';
import { loadConsole } from '../load-console';

/** What the builder offers: environments, and the groups and roles that are known. */
export async function loadBuilder(project: string): Promise<Builder> {
  const { ctx, environments, can } = await loadConsole(project);
  const [segments, roles] = await Promise.all([
    listSegments(ctx, { limit: 200 }),
    can.viewSubjects ? getOnboarding(ctx, {}).then((onboarding) => onboarding.roles) : [],
  ]);
  return {
    project,
    environments: toFlagEnvironments(environments, can),
    groups: segments.items.map(({ key }) => key),
    roles,
  };
}
