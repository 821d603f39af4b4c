import { completeInstruction } from '@/lib/changes/complete';
import { footprintOf } from '@/lib/changes/footprint';
import { ruleReplaceSchema } from '@/lib/schemas/rule';
import { idSchema, versionSchema } from '@/lib/schemas/text';
import { applyChange } from './apply-change';
import { assertBase } from './assert-base';
import { defineChange } from './define-change';
import { relativeToRule } from './relative-to-rule';
import { findRule, ruleView } from './rule-view';
import { placeShape } from './place';
import type { RuleView } from './types';

const input = ruleReplaceSchema.extend({ ...placeShape, id: idSchema, version: versionSchema });

/** Replaces one rule; versioned by its configuration, and in conflict only with changes of the same rule. */
export const replaceRule = defineChange({
  verbName: 'configurations.replaceRule',
  input,
  run: async (tx, { flag: _flag, environment: _environment, version, comment, ...rule }, subject) => {
    const asked = { kind: 'updateRule' as const, id: rule.id, rule };
    const { rules } = subject.configuration;
    return relativeToRule(
      rules.findIndex(({ id }) => id === rule.id),
      async (): Promise<RuleView> => {
        const instructions = [completeInstruction(subject.definition, asked, tx.newId)];
        await assertBase(tx.db, subject, version, footprintOf(instructions));
        findRule(subject.configuration, rule.id);
        return ruleView(await applyChange(tx, subject, { instructions, action: 'config.change', comment }), rule.id);
      },
    );
  },
});
