import { describe, expect, it } from 'vitest';
import { rule } from '@/lib/changes/testing/build';
import type { Instruction } from '@/lib/changes/types';
import { formPathOf } from './issue-path';

const draft = { rules: [rule(), rule({ id: 'r2' })] };
const instructions: Instruction[] = [
  { kind: 'turnOn' },
  { kind: 'updateRule', id: 'r2', rule: rule({ id: 'r2' }) },
  { kind: 'setRollout', id: 'r2', rollout: { percentage: 1 } },
  { kind: 'setDefault', default: { variant: 'x' } },
  { kind: 'removeRule', id: 'gone' },
  { kind: 'addTargets', variant: 'on', subjects: ['u1'] },
];

describe('formPathOf', () => {
  it.each([
    ['rules.1.serve.variant', 'rules.1.serve.variant'],
    ['instructions.0', 'state'],
    ['instructions.1.rule.serve.variant', 'rules.1.serve.variant'],
    ['instructions.2.rollout.percentage', 'rules.1.rollout.percentage'],
    ['instructions.2.id', 'rules.1.id'],
    ['instructions.3.default.variant', 'default.variant'],
    ['instructions.4.id', 'rules'],
    ['instructions.5.variant', 'targets'],
    ['instructions.9.variant', ''],
  ])('%s → %s', (path, expected) => {
    expect(formPathOf(path, instructions, draft)).toBe(expected);
  });
});
