import { referencesOf, referencesOfGroup } from '@/lib/changes/references';
import { mentionsOf } from '../items/mentions';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import type { Usage } from './types';

/** Where a flag is used by others: as a prerequisite, and as the virtual segment of its memberships. */
export async function findFlagUsage(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  flag: string,
): Promise<Usage[]> {
  const mentions = await mentionsOf(db, environments, [flag, `flag:${flag}`]);
  return mentions.flatMap((mention): Usage[] => {
    const { environment, key } = mention;
    if (mention.kind === 'segment') {
      const isUsed = referencesOfGroup(mention.body).memberships.includes(flag);
      return isUsed ? [{ kind: 'segment', key, environment }] : [];
    }
    if (key === flag) return [];
    const { flags, memberships } = referencesOf(mention.body);
    return [
      ...(flags.includes(flag) ? [{ kind: 'prerequisite' as const, key, environment }] : []),
      ...(memberships.includes(flag) ? [{ kind: 'virtualSegment' as const, key, environment }] : []),
    ];
  });
}
