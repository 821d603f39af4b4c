import { foldKey } from '@/lib/schemas/key';
import { segmentCreateSchema } from '@/lib/schemas/segment';
import { creationChange } from '../configurations/record-created';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { emptyContent } from './empty-content';
import type { SegmentView } from './types';
import { segmentView } from './view';

/** Makes a segment, empty in every environment: it reaches none. */
export const createSegment = defineVerb({
  verbName: 'segments.create',
  input: segmentCreateSchema,
  permission: 'segment.edit',
  locks: () => ({ environments: 'all' }),
  reaches: () => [],
  run: async (tx, { key, name, description }): Promise<SegmentView> => {
    const { projectId } = tx.scope;
    const keyFolded = foldKey(key);
    const taken = await tx.db.segment.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded } } });
    if (taken) throw serviceError('conflict', 'key_taken', { current: segmentView(taken) });
    const row = await tx.db.segment.create({
      data: { id: tx.newId(), projectId, key, keyFolded, name, description, createdAt: tx.now, updatedAt: tx.now },
    });
    for (const { id } of tx.environments) tx.items.put(id, 'segment', key, emptyContent(1));
    await tx.db.change.createMany({
      data: tx.environments.map((environment) => creationChange(tx, environment, 'segment', row)),
    });
    const view = segmentView(row);
    tx.audit({ action: 'segment.create', after: view });
    return view;
  },
});
