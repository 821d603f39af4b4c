import { describe, expect, it } from 'vitest';
import { conflicts, footprint, footprintOf } from './footprint';
import { rule } from './testing/build';
import type { Instruction } from './types';

const update = (id: string): Instruction => ({ kind: 'updateRule', id, rule: rule({ id }) });
const add = (id: string, before?: string): Instruction => ({ kind: 'addRule', rule: rule({ id }), before });
const move = (id: string, before?: string): Instruction => ({ kind: 'moveRule', id, before });
const remove = (id: string): Instruction => ({ kind: 'removeRule', id });
const pin = (subject: string): Instruction => ({ kind: 'addTargets', variant: 'on', subjects: [subject] });
const on: Instruction = { kind: 'turnOn' };

const PAIRS: [string, Instruction, Instruction, boolean][] = [
  ['edits of different rules', update('a'), update('b'), false],
  ['edits of one rule', update('a'), { kind: 'setRollout', id: 'a', rollout: null }, true],
  ['an edit and a removal', update('a'), remove('a'), true],
  ['an edit and a move', update('a'), move('a', 'b'), false],
  ['a move and a removal', move('a', 'b'), remove('a'), true],
  ['a move and a removal of its neighbour', move('a', 'b'), remove('b'), true],
  ['two moves', move('a', 'b'), move('c', 'd'), true],
  ['two rules at the end', add('x'), add('y'), false],
  ['two rules before the same one', add('x', 'a'), add('y', 'a'), true],
  ['two rules before different ones', add('x', 'a'), add('y', 'b'), false],
  ['a rule before one that is removed', add('x', 'a'), remove('a'), true],
  ['a rule before one that is edited', add('x', 'a'), update('a'), false],
  ['different subjects', pin('u1'), pin('u2'), false],
  ['one subject', pin('u1'), { kind: 'removeTargets', subjects: ['u1'] }, true],
  ['on and off', on, { kind: 'turnOff' }, true],
  ['on and kill: the emergency stop never waits', on, { kind: 'kill' }, false],
  ['kill and revive', { kind: 'kill' }, { kind: 'revive' }, true],
  [
    'off variant and default',
    { kind: 'setOffVariant', variant: null },
    { kind: 'setDefault', default: { variant: null } },
    false,
  ],
  [
    'prerequisites',
    { kind: 'setPrerequisites', prerequisites: [] },
    { kind: 'setPrerequisites', prerequisites: [] },
    true,
  ],
  ['a subject named like a rule', pin('a'), update('a'), false],
];

describe('footprint', () => {
  it.each(PAIRS)('%s', (_, left, right, expected) => {
    expect(conflicts(footprint(left), footprint(right))).toBe(expected);
    expect(conflicts(footprint(right), footprint(left))).toBe(expected);
  });

  it('names each thing once, sorted', () => {
    expect(footprintOf([on, { kind: 'turnOff' }, pin('u2'), pin('u1')])).toEqual(['state', 'target:u1', 'target:u2']);
  });
});
