import type { CheckTrace, GroupTrace } from '@/lib/engine/trace';

/** A rule's checks by their place, groups included. */
export function checksByPlace(group: GroupTrace | undefined): Map<string, CheckTrace> {
  const found = new Map<string, CheckTrace>();
  const visit = (check: CheckTrace): void => {
    found.set(check.path, check);
    if (check.kind === 'group') for (const child of check.conditions) visit(child);
  };
  if (group) visit(group);
  return found;
}
