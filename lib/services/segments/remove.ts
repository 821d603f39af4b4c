import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema, versionSchema } from '@/lib/schemas/text';
import { isItemKind } from '@/lib/schemas/item';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { usageIssues } from '../flags/usage-issues';
import { segmentInForce } from '../items/read';
import { likeLiteral } from '../like';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { findSegmentUsage } from './find-usage';
import { memberKey } from './members';
import { findSegment, type SegmentRow } from './segment-row';
import { segmentView } from './view';

const input = z.strictObject({
  key: keySchema,
  version: versionSchema,
  environment: keySchema.optional(),
  comment: commentSchema.optional(),
});

/** Members above this many are removed before the segment is: one transaction must not close a million items. */
const MOST_MEMBERS = 50_000;

const itemsWhere = (tx: WriteContext, key: string) => ({
  environmentId: { in: tx.environments.map(({ id }) => id) },
  toNumber: null,
  OR: [
    { kind: 'segment', key },
    { kind: 'member', key: { startsWith: likeLiteral(memberKey(key, '')) } },
  ],
});

/** The environments in which the segment holds anybody or says anything. */
async function environmentsWithContent(tx: WriteContext, key: string): Promise<EnvironmentRow[]> {
  const filled = await tx.db.$queryRaw`
    SELECT DISTINCT environment_id FROM item
    WHERE environment_id = ANY(${tx.environments.map(({ id }) => id)}) AND to_number IS NULL
      AND ((kind = 'segment' AND key = ${key} AND json_array_length(body->'conditions') > 0)
        OR (kind = 'member' AND split_part(key, '/', 1) = ${key}))`;
  const ids = new Set(
    z
      .array(z.object({ environment_id: z.string() }))
      .parse(filled)
      .map((row) => row.environment_id),
  );
  return tx.environments.filter(({ id }) => ids.has(id));
}

/** The segment's version, or that of its content in an environment: GET answers either. */
async function isCurrent(tx: WriteContext, row: SegmentRow, version: number, environment?: string): Promise<boolean> {
  if (row.version === version) return true;
  if (environment === undefined) return false;
  return (await segmentInForce(tx.db, tx.environment(environment).id, row.key)).version === version;
}

/** Deletes a segment that nothing uses, everywhere. It reaches the environments in which it is not empty. */
export const removeSegment = defineVerb({
  verbName: 'segments.remove',
  input,
  permission: 'segment.edit',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { key }) => {
    await findSegment(tx.db, tx.scope.projectId, key);
    return environmentsWithContent(tx, key);
  },
  comment: ({ comment }) => comment,
  run: async (tx, { key, version, environment, comment }): Promise<void> => {
    const row = await findSegment(tx.db, tx.scope.projectId, key);
    if (!(await isCurrent(tx, row, version, environment))) {
      throw serviceError('conflict', 'version_conflict', { current: segmentView(row) });
    }
    const usage = (await findSegmentUsage(tx.db, tx.environments, [key])).get(key) ?? [];
    if (usage.length > 0) throw serviceError('refused', 'segment_in_use', { issues: usageIssues(usage) });
    const where = itemsWhere(tx, key);
    if ((await tx.db.item.count({ where })) > MOST_MEMBERS) {
      throw serviceError('refused', 'segment_too_large', { params: { limit: MOST_MEMBERS } });
    }
    const items = await tx.db.item.findMany({ where, select: { environmentId: true, kind: true, key: true } });
    for (const item of items) if (isItemKind(item.kind)) tx.items.close(item.environmentId, item.kind, item.key);
    await tx.db.segment.delete({ where: { id: row.id } });
    tx.audit({ action: 'segment.delete', before: segmentView(row), comment });
  },
});
