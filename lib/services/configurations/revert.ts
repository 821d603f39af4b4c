import { diff } from '@/lib/changes/diff';
import { footprintOf } from '@/lib/changes/footprint';
import { revertSchema } from '@/lib/schemas/configuration';
import { serviceError } from '../errors';
import { applyChange } from './apply-change';
import { assertBase } from './assert-base';
import { configurationAt } from './at-version';
import { defineChange } from './define-change';
import { placeShape } from './place';

const input = revertSchema.extend(placeShape);

/** Brings back what a configuration was at a version, as an ordinary change that can itself be undone. */
export const revertConfiguration = defineChange({
  verbName: 'configurations.revert',
  input,
  run: async (tx, { to, version, comment }, subject) => {
    const { configuration } = subject;
    if (to > configuration.version || to < 1) throw serviceError('refused', 'version_absent');
    const target = await configurationAt(tx.db, subject, to);
    const instructions = diff(subject, target);
    if (version !== undefined) await assertBase(tx.db, subject, version, footprintOf(instructions));
    return applyChange(tx, subject, { instructions, action: 'config.revert', comment });
  },
});
