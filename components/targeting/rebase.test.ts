import { describe, expect, it } from 'vitest';
import { diff } from '@/lib/changes/diff';
import { BOOLEAN, configuration, rule } from '@/lib/changes/testing/build';
import type { Instruction } from '@/lib/changes/types';
import { rebase } from './rebase';

const base = configuration({ rules: [rule(), rule({ id: 'r2', name: 'Second' })] });
const on = (current: typeof base, instructions: Instruction[]) =>
  rebase({ definition: BOOLEAN, configuration: current }, base, instructions);

describe('rebase', () => {
  it('puts mine on top of theirs', () => {
    const current = configuration({ version: 4, state: 'off', rules: base.rules });
    const { configuration: result, dropped } = on(current, [
      { kind: 'setRollout', id: 'r1', rollout: { percentage: 30_000 } },
      { kind: 'turnOn' },
    ]);
    expect(dropped).toEqual([]);
    expect(result).toMatchObject({
      version: 4,
      state: 'on',
      rules: [{ id: 'r1', rollout: { percentage: 30_000 } }, {}],
    });
  });

  it('lets mine win where both changed the same rule', () => {
    const theirs = rule({ name: 'Theirs' });
    const mine = rule({ name: 'Mine' });
    const { configuration: result } = on(configuration({ rules: [theirs] }), [
      { kind: 'updateRule', id: 'r1', rule: mine },
    ]);
    expect(result.rules).toEqual([mine]);
  });

  it('drops what is no longer possible, in words of what it was meant for', () => {
    const {
      configuration: result,
      kept,
      dropped,
    } = on(configuration({ rules: [rule({ id: 'r2', name: 'Second' })] }), [
      { kind: 'removeRule', id: 'r1' },
      { kind: 'setRuleEnabled', id: 'r2', enabled: false },
    ]);
    expect(kept.map(({ kind }) => kind)).toEqual(['setRuleEnabled']);
    expect(dropped).toEqual([
      { id: 'instruction.removeRule', params: { rule: { id: 'rule.named', params: { name: 'Beta' } } } },
    ]);
    expect(result.rules).toMatchObject([{ id: 'r2', enabled: false }]);
  });

  it('adds a rule at the end if the one it was to stand before is gone', () => {
    const added = rule({ id: 'r3', name: 'Third' });
    const { configuration: result, dropped } = on(configuration({ rules: [rule({ id: 'r2', name: 'Second' })] }), [
      { kind: 'addRule', rule: added, before: 'r1' },
    ]);
    expect(dropped).toEqual([]);
    expect(result.rules.map(({ id }) => id)).toEqual(['r2', 'r3']);
  });

  it('makes a change that saves without conflict: the diff from what is stored', () => {
    const current = configuration({ version: 9, rules: [rule({ id: 'x', name: 'X' }), ...base.rules] });
    const { configuration: result, kept } = on(current, [{ kind: 'setRuleEnabled', id: 'r2', enabled: false }]);
    expect(diff({ definition: BOOLEAN, configuration: current }, result)).toEqual(kept);
  });
});
