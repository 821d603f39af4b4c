import { z } from 'zod';
import { conflicts, footprintOf } from '@/lib/changes/footprint';
import { parseStoredInstructions } from '@/lib/schemas/stored-change';
import { commentSchema, versionSchema } from '@/lib/schemas/text';
import { serviceError } from '../errors';
import { applyChange } from './apply-change';
import { versionConflict } from './assert-base';
import { defineChange } from './define-change';
import { placeShape } from './place';

const input = z.strictObject({ ...placeShape, version: versionSchema, comment: commentSchema.optional() });

/** Takes back the change that made `version`; in conflict if what it touched changed again since. */
export const undoChange = defineChange({
  verbName: 'configurations.undo',
  input,
  run: async (tx, { version, comment }, subject) => {
    const { row, environment } = subject;
    const since = await tx.db.change.findMany({
      where: { environmentId: environment.id, kind: 'config', subjectId: row.id, version: { gte: version } },
      select: { version: true, inverse: true, footprint: true },
    });
    const undone = since.find((change) => change.version === version);
    if (!undone) throw serviceError('refused', 'version_absent');
    const instructions = parseStoredInstructions(undone.inverse);
    if (!instructions || instructions.length === 0) throw serviceError('refused', 'nothing_to_undo');
    const later = since.filter((change) => change.version > version).flatMap(({ footprint }) => footprint);
    if (conflicts(later, [...undone.footprint, ...footprintOf(instructions)])) throw versionConflict(subject);
    return applyChange(tx, subject, { instructions, action: 'config.undo', comment });
  },
});
