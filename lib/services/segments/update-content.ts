import { same } from '@/lib/changes/same';
import { keySchema } from '@/lib/schemas/key';
import { segmentPutSchema } from '@/lib/schemas/segment';
import { storeInstructions } from '@/lib/schemas/stored-change';
import { versionSchema } from '@/lib/schemas/text';
import type { SegmentContent } from '@/lib/engine/types';
import { authorOf } from '../configurations/record-created';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { segmentInForce } from '../items/read';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { refuseContent } from './refuse-content';
import { findSegment, type SegmentRow } from './segment-row';
import type { SegmentContentView } from './types';
import { readContentView } from './view';

const input = segmentPutSchema.extend({ key: keySchema, environment: keySchema, version: versionSchema });

interface Content {
  /** As it was. */
  row: SegmentRow;
  stored: SegmentRow;
  environment: EnvironmentRow;
  before: SegmentContent;
  after: SegmentContent;
  comment?: string;
}

async function store(tx: WriteContext, { row, stored, environment, before, after, comment }: Content): Promise<void> {
  tx.items.put(environment.id, 'segment', row.key, after);
  await tx.db.change.create({
    data: {
      id: tx.newId(),
      environmentId: environment.id,
      kind: 'segment',
      key: row.key,
      subjectId: row.id,
      version: after.version,
      baseVersion: before.version,
      number: environment.number + 1,
      instructions: jsonOf(storeInstructions([])),
      inverse: jsonOf(storeInstructions([])),
      footprint: ['content'],
      comment,
      ...authorOf(tx),
    },
  });
  tx.audit({
    action: 'segment.update',
    environment: environment.key,
    before: audited(row, before),
    after: audited(stored, after),
    comment,
  });
}

const audited = (row: SegmentRow, { version, operator, conditions }: SegmentContent): object => ({
  segment: row.key,
  name: row.name,
  description: row.description,
  version,
  operator,
  conditions,
});

/** Replaces a segment's content in one environment, which is what it reaches. Name and description are the project's. */
export const updateSegmentContent = defineVerb({
  verbName: 'segments.updateContent',
  input,
  permission: 'segment.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { key, version, operator, conditions, comment, ...names }): Promise<SegmentContentView> => {
    const environment = tx.environment(names.environment);
    const row = await findSegment(tx.db, tx.scope.projectId, key);
    const before = await segmentInForce(tx.db, environment.id, key);
    if (version < before.version || version > row.version) {
      const current = await readContentView(tx.db, row, environment);
      throw serviceError('conflict', 'version_conflict', { current });
    }
    const asked: SegmentContent = { v: 1, version: before.version, operator, conditions };
    const { name = row.name, description = row.description } = names;
    const isRenamed = name !== row.name || description !== row.description;
    const isChanged = !same(before, asked);
    if (!isRenamed && !isChanged) return readContentView(tx.db, row, environment, before);
    const place = { projectId: tx.scope.projectId, environmentId: environment.id, segment: key };
    if (isChanged) await refuseContent(tx.db, place, asked);
    const stored = await tx.db.segment.update({
      where: { id: row.id },
      data: { name, description, version: { increment: 1 }, updatedAt: tx.now },
    });
    const after = { ...asked, version: stored.version };
    await store(tx, { row, stored, environment, before, after, comment });
    return readContentView(tx.db, stored, environment, after);
  },
});
