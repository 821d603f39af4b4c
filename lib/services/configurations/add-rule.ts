import { completeInstruction } from '@/lib/changes/complete';
import { footprintOf } from '@/lib/changes/footprint';
import { ruleCreateSchema } from '@/lib/schemas/rule';
import { applyChange } from './apply-change';
import { assertBase } from './assert-base';
import { defineChange } from './define-change';
import { placeShape } from './place';
import { relativeToRule } from './relative-to-rule';
import { ruleView } from './rule-view';
import type { RuleView } from './types';

const input = ruleCreateSchema.extend(placeShape);

/** Adds a rule, at the end unless `before` names another. A version is not needed, but looked at if given. */
export const addRule = defineChange({
  verbName: 'configurations.addRule',
  input,
  run: async (tx, { flag: _flag, environment: _environment, before, version, comment, ...draft }, subject) => {
    const id = draft.id ?? tx.newId();
    const asked = { kind: 'addRule' as const, rule: { ...draft, id }, ...(before != null && { before }) };
    const { rules } = subject.configuration;
    const follower = rules.findIndex((rule) => rule.id === before);
    return relativeToRule(follower < 0 ? rules.length : follower, async (): Promise<RuleView> => {
      const instructions = [completeInstruction(subject.definition, asked, tx.newId)];
      if (version !== undefined) await assertBase(tx.db, subject, version, footprintOf(instructions));
      return ruleView(await applyChange(tx, subject, { instructions, action: 'config.change', comment }), id);
    });
  },
});
