import { describe, expect, it } from 'vitest';
import type { Draft } from '../draft';
import type { Choice } from './choice';
import { writeChoice } from './write-choice';

const definition = {
  key: 'reports',
  type: 'boolean' as const,
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
};
const draft: Draft = {
  state: 'off',
  killed: false,
  offVariant: 'off',
  targets: [{ variant: 'off', subjects: ['u1', 'u2'] }],
  prerequisites: [],
  rules: [],
  default: { variant: 'off' },
};
const choice: Choice = { audience: 'chosen', variant: 'on', role: null, subjects: [], tenants: [], rest: null };
const rule = { id: 'r1', name: 'Managers' };
const write = (changes: Partial<Choice>, from: Draft = draft): Draft =>
  writeChoice(definition, from, { ...choice, ...changes }, rule);

describe('writeChoice', () => {
  it('writes a role as one ordinary rule behind the others', () => {
    const first = write({ role: 'admin' }).rules;
    const { rules } = writeChoice(
      definition,
      { ...draft, rules: first },
      { ...choice, role: 'manager' },
      { id: 'r2', name: 'B' },
    );
    expect(rules.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(rules[1]).toMatchObject({
      name: 'B',
      enabled: true,
      operator: 'AND',
      conditions: [{ attribute: 'roleAtLeast', operator: 'contains', value: 'manager' }],
      serve: { variant: 'on' },
    });
  });

  it('writes no rule twice, but a further one beside a rule that lets in only some', () => {
    const once = write({ role: 'manager' });
    expect(write({ role: 'manager' }, once)).toEqual(once);
    const rules = once.rules.map((each) => ({ ...each, rollout: { percentage: 10_000 } }));
    expect(write({ role: 'manager' }, { ...once, rules }).rules).toHaveLength(2);
    expect(write({ role: 'manager', variant: 'off' }, once).rules).toHaveLength(2);
  });

  it('pins subjects, keeps those pinned before, and takes them from other variants', () => {
    const pinned = write({ subjects: ['u3', 'u2'] });
    expect(pinned.targets).toEqual([
      { variant: 'on', subjects: ['u3', 'u2'] },
      { variant: 'off', subjects: ['u1'] },
    ]);
    expect(write({ subjects: ['u4'] }, pinned).targets[0]).toEqual({ variant: 'on', subjects: ['u3', 'u2', 'u4'] });
  });

  it('enables for everyone by the default alone, never by the state', () => {
    expect(write({ audience: 'everyone', role: 'manager', subjects: ['u9'] })).toEqual({
      ...draft,
      default: { variant: 'on' },
    });
  });

  it('gives everybody else something else by the default, once somebody is named', () => {
    const served: Draft = { ...draft, default: { variant: 'on' } };
    expect(write({ role: 'manager', rest: 'off' }, served)).toMatchObject({ default: { variant: 'off' } });
    expect(write({ rest: 'off' }, served)).toEqual(served);
  });

  it('leaves the draft as it is when only tenants are chosen', () => {
    expect(write({ tenants: ['acme'] })).toEqual(draft);
  });
});
