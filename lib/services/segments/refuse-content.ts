import { z } from 'zod';
import { checkGroup } from '@/lib/changes/check-conditions';
import { checkSegmentGraph } from '@/lib/changes/cycles';
import { issue, refuse } from '@/lib/changes/issue';
import { LIMITS } from '@/lib/changes/limits';
import { referencesOfGroup } from '@/lib/changes/references';
import type { SegmentContent } from '@/lib/engine/types';
import { loadGroupRefs } from '../configurations/validate';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction';

const rowsSchema = z.array(z.object({ kind: z.string(), key: z.string(), body: z.unknown() }));

/** Which segments each segment's content names in an environment; those that name none are absent. */
async function segmentEdges(db: TransactionClient, environmentId: string): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw`
    SELECT kind, key, body FROM item
    WHERE environment_id = ${environmentId} AND kind = 'segment' AND to_number IS NULL
      AND json_array_length(body->'conditions') > 0`;
  return new Map(
    rowsSchema.parse(rows).flatMap((row) => {
      const item = readItem(row);
      return item.kind === 'segment' ? [[item.key, referencesOfGroup(item.body).segments] as const] : [];
    }),
  );
}

/** Refuses content that means something wrong, is too large, or leads back to itself. Needs the environment's lock. */
export async function refuseContent(
  db: TransactionClient,
  place: { projectId: string; environmentId: string; segment: string },
  content: SegmentContent,
): Promise<void> {
  const bytes = Buffer.byteLength(JSON.stringify(content));
  if (bytes > LIMITS.bytes) refuse([issue('', 'size_limit', { limit: LIMITS.bytes })]);
  refuse(checkGroup(content, await loadGroupRefs(db, place.projectId, content), '', 'segment'));
  const references = referencesOfGroup(content).segments;
  if (references.length === 0) return;
  const edges = await segmentEdges(db, place.environmentId);
  edges.set(place.segment, references);
  refuse(checkSegmentGraph(place.segment, (key) => edges.get(key) ?? []));
}
