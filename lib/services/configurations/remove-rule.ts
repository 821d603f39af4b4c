import { z } from 'zod';
import { footprintOf } from '@/lib/changes/footprint';
import type { Instruction } from '@/lib/changes/types';
import { commentSchema, idSchema, versionSchema } from '@/lib/schemas/text';
import { applyChange } from './apply-change';
import { assertBase } from './assert-base';
import { defineChange } from './define-change';
import { placeShape } from './place';
import { findRule } from './rule-view';

const input = z.strictObject({
  ...placeShape,
  id: idSchema,
  version: versionSchema,
  comment: commentSchema.optional(),
});

/** Removes one rule; versioned by its configuration. */
export const removeRule = defineChange({
  verbName: 'configurations.removeRule',
  input,
  run: async (tx, { id, version, comment }, subject): Promise<void> => {
    const instructions: Instruction[] = [{ kind: 'removeRule', id }];
    await assertBase(tx.db, subject, version, footprintOf(instructions));
    findRule(subject.configuration, id);
    await applyChange(tx, subject, { instructions, action: 'config.change', comment });
  },
});
