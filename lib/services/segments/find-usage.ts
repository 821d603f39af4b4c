import { referencesOf, referencesOfGroup } from '@/lib/changes/references';
import type { Usage } from '../flags/types';
import { mentionsOf } from '../items/mentions';
import type { EnvironmentRow, TransactionClient } from '../transaction';

/** Where segments are used, by segment key: rules of flags and contents of other segments, in every environment. */
export async function findSegmentUsage(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  segments: readonly string[],
): Promise<Map<string, Usage[]>> {
  const usage = new Map<string, Usage[]>(segments.map((segment) => [segment, []]));
  const mentions = segments.length > 0 ? await mentionsOf(db, environments, segments) : [];
  for (const mention of mentions) {
    const isRule = mention.kind === 'config';
    const references = isRule ? referencesOf(mention.body) : referencesOfGroup(mention.body);
    const { key, environment } = mention;
    for (const segment of references.segments) {
      usage.get(segment)?.push({ kind: isRule ? 'rule' : 'segment', key, environment });
    }
  }
  return usage;
}
