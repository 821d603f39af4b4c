import { describe, expect, it } from 'vitest';
import { upcast } from '@/lib/changes/upcast';
import { parseStoredInstructions, storeInstructions } from './stored-change';
import { parseStoredConfiguration } from './stored-configuration';
import { instructionKinds } from './testing/instruction-kinds';
import changeV1 from './fixtures/change-v1.json';
import configurationV1 from './fixtures/configuration-v1.json';

describe('stored JSON', () => {
  it('reads a configuration of v 1 as it was', () => {
    expect(parseStoredConfiguration(configurationV1)).toEqual(configurationV1);
  });

  it('reads a change of v 1 as it was, with every kind of instruction', () => {
    const instructions = parseStoredInstructions(changeV1);
    expect(instructions).toEqual(changeV1.instructions);
    expect(new Set(instructions?.map(({ kind }) => kind))).toEqual(new Set(instructionKinds));
    expect(storeInstructions(instructions ?? [])).toEqual(changeV1);
  });

  it.each([[null], [[]], ['v'], [{}], [{ v: 2 }], [{ v: 0 }], [{ v: '1' }], [{ v: '__proto__' }]])(
    'does not read %j',
    (stored) => {
      expect(upcast('configuration', stored)).toBeNull();
      expect(parseStoredConfiguration(stored)).toBeNull();
      expect(parseStoredInstructions(stored)).toBeNull();
    },
  );

  it('does not read an operator or kind that it does not know', () => {
    const rules = [{ ...configurationV1.rules[0], conditions: [{ attribute: 'a', operator: 'sounds', value: 1 }] }];
    expect(parseStoredConfiguration({ ...configurationV1, rules })).toBeNull();
    expect(parseStoredInstructions({ v: 1, instructions: [{ kind: 'dance' }] })).toBeNull();
  });
});
