import { replace } from '@/lib/changes/replace';
import { configurationPutSchema } from '@/lib/schemas/configuration';
import { versionSchema } from '@/lib/schemas/text';
import { applyChange } from './apply-change';
import { versionConflict } from './assert-base';
import { defineChange } from './define-change';
import { placeShape } from './place';
import type { ConfigurationView } from './types';

const input = configurationPutSchema.extend({ ...placeShape, version: versionSchema });

/**
 * Replaces a whole configuration by the instructions that lead to it. Whoever sends the whole speaks of all of it, so
 * any change since `version` is a conflict.
 */
export const replaceConfiguration = defineChange({
  verbName: 'configurations.replace',
  input,
  run: async (tx, { version, comment, ...draft }, subject): Promise<ConfigurationView> => {
    if (version !== subject.configuration.version) throw versionConflict(subject);
    const { instructions } = replace(subject, draft, tx.newId);
    return applyChange(tx, subject, { instructions, action: 'config.change', comment });
  },
});
