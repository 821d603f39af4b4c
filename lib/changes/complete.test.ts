import { describe, expect, it } from 'vitest';
import { applyInstructions } from './apply';
import { completeInstructions, completeRule } from './complete';
import type { ConfigurationDraft, RuleDraft } from './drafts';
import { asChangeError } from './issue';
import { newConfiguration } from './new-configuration';
import { replace } from './replace';
import { BOOLEAN, configuration, rule, subject, thrownBy } from './testing/build';

const draft: RuleDraft = { name: 'Beta', description: '', enabled: true, operator: 'AND', conditions: [] };
const TEXT = { type: 'string' as const, variants: [{ key: 'a', value: 'A' }] };
const newId = () => 'made';

describe('completeRule', () => {
  it('gives an id and what a boolean flag serves', () => {
    expect(completeRule(BOOLEAN, draft, newId)).toEqual({ ...draft, id: 'made', serve: { variant: 'on' } });
    expect(completeRule(BOOLEAN, { ...draft, id: 'mine' }, newId).id).toBe('mine');
  });

  it('serves the first true variant where none is called on, and on where it is true and not first', () => {
    const variants = (keys: string[]) => keys.map((key) => ({ key, value: key !== 'zero' }));
    const flag = (keys: string[]) => ({ type: 'boolean' as const, variants: variants(keys) });
    expect(completeRule(flag(['zero', 'one', 'two']), draft, newId).serve).toEqual({ variant: 'one' });
    expect(completeRule(flag(['zero', 'two', 'on']), draft, newId).serve).toEqual({ variant: 'on' });
  });

  it('is a wrong shape without serve for another type', () => {
    const error = asChangeError(thrownBy(() => completeRule(TEXT, draft, newId, 'rules.0')));
    expect(error).toMatchObject({ code: 'serve_required', kind: 'invalid', path: 'rules.0.serve' });
  });

  it('writes instants of windows and ramps in UTC', () => {
    const whole = completeRule(
      BOOLEAN,
      {
        ...draft,
        window: { startsAt: '2026-03-01', timezone: 'Europe/Berlin' },
        rollout: { ramp: { from: 0, to: 1, startsAt: '2026-03-01T01:00:00+01:00', endsAt: '2026-03-02T00:00:00Z' } },
      },
      newId,
    );
    expect(whole.window).toMatchObject({ startsAt: '2026-02-28T23:00:00.000Z', startDate: '2026-03-01' });
    expect(whole.rollout?.ramp).toMatchObject({
      startsAt: '2026-03-01T00:00:00.000Z',
      endsAt: '2026-03-02T00:00:00.000Z',
    });
  });
});

describe('completeInstructions', () => {
  it('completes rules where they are, and says where it cannot', () => {
    const drafts = [
      { kind: 'turnOn' as const },
      { kind: 'updateRule' as const, id: 'r1', rule: { ...draft, window: { startsAt: 'soon' } } },
    ];
    const error = asChangeError(thrownBy(() => completeInstructions(BOOLEAN, drafts, newId)));
    expect(error?.path).toBe('instructions.1.rule.window.startsAt');
    expect(completeInstructions(BOOLEAN, [{ kind: 'updateRule', id: 'r1', rule: draft }], newId)).toEqual([
      { kind: 'updateRule', id: 'r1', rule: { ...draft, id: 'r1', serve: { variant: 'on' } } },
    ]);
  });
});

describe('replace', () => {
  const whole = (fields: Partial<ConfigurationDraft> = {}): ConfigurationDraft => ({
    state: 'on',
    targets: [],
    prerequisites: [],
    rules: [],
    default: { variant: 'on' },
    ...fields,
  });

  it('changes nothing when what was answered is sent back', () => {
    const stored = subject({
      killed: true,
      rules: [
        rule({ window: { startsAt: '2026-02-28T23:00:00.000Z', startDate: '2026-03-01', timezone: 'Europe/Berlin' } }),
      ],
      targets: [{ variant: 'on', subjects: ['u1'] }],
    });
    expect(replace(stored, stored.configuration, newId).instructions).toEqual([]);
  });

  it('keeps what is left out, and leads to its target', () => {
    const stored = subject({ offVariant: null, rules: [rule()] });
    const { target, instructions } = replace(stored, whole({ rules: [draft] }), newId);
    expect(target).toMatchObject({ offVariant: null, killed: false, version: 3, rules: [{ id: 'made' }] });
    expect(applyInstructions(stored, instructions)).toEqual(target);
  });

  it('says where in what was sent something is wrong, and sees what normalising would hide', () => {
    const targets = ['on', 'off'].map((variant) => ({ variant, subjects: ['u1'] }));
    const rules = [
      { ...draft, id: 'a' },
      { ...draft, id: 'a', rollout: { percentage: -1 } },
    ];
    const error = asChangeError(thrownBy(() => replace(subject(), whole({ targets, rules }), newId)));
    expect(error?.issues.map(({ path, code }) => [path, code])).toEqual([
      ['targets.1.subjects.0', 'subject_duplicate'],
      ['rules.1.id', 'rule_duplicate'],
      ['rules.1.rollout.percentage', 'percentage_range'],
    ]);
  });

  it.each([
    ['killing', configuration(), whole({ killed: true }), 'killed_differs', 'killed'],
    ['reviving', configuration({ killed: true }), whole({ killed: false }), 'killed_differs', 'killed'],
    ['turning on what is killed', configuration({ killed: true, state: 'off' }), whole(), 'flag_killed', 'state'],
  ])('refuses %s', (_, stored, sent, code, path) => {
    const work = () => replace({ definition: BOOLEAN, configuration: stored }, sent, newId);
    expect(asChangeError(thrownBy(work))).toMatchObject({ code, path, kind: 'refused' });
  });
});

describe('newConfiguration', () => {
  it.each([
    ['a boolean', BOOLEAN, 'off', 'on'],
    [
      'a boolean of other names',
      {
        type: 'boolean' as const,
        variants: [
          { key: 'zero', value: false },
          { key: 'one', value: true },
        ],
      },
      'zero',
      'one',
    ],
    ['an always true boolean', { type: 'boolean' as const, variants: [{ key: 'yes', value: true }] }, null, 'yes'],
    ['a text', TEXT, null, 'a'],
  ])('starts %s off', (_, definition, offVariant, variant) => {
    expect(newConfiguration(definition)).toMatchObject({ state: 'off', offVariant, default: { variant }, version: 1 });
  });
});
