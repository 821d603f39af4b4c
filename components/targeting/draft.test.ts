import { describe, expect, it } from 'vitest';
import { BOOLEAN, configuration, rule } from '@/lib/changes/testing/build';
import { checkDraft } from './check-draft';
import { completeDraft, configurationOf, draftOf, pendingInstructions } from './draft';

const base = configuration({ rules: [rule({ rollout: { percentage: 20_000 } }), rule({ id: 'r2', name: 'Second' })] });

describe('draft', () => {
  it('comes back as the configuration it was made of, without pending changes', () => {
    const draft = draftOf(BOOLEAN, base);
    expect(completeDraft(BOOLEAN, base, draft)).toEqual({ configuration: base, issues: [] });
    expect(pendingInstructions(BOOLEAN, base, draft)).toEqual([]);
  });

  it('is what the API answers, but for flag and environment', () => {
    const { v: _, ...rest } = base;
    expect(configurationOf({ flag: 'a', environment: 'b', ...rest })).toEqual(base);
  });

  it('counts each edit as the instruction that makes it', () => {
    const draft = draftOf(BOOLEAN, base);
    const [first, second] = draft.rules;
    if (!first || !second) throw new Error('two rules');
    const edited = { ...draft, state: 'off' as const, rules: [second, { ...first, enabled: false }] };
    expect(pendingInstructions(BOOLEAN, base, edited).map(({ kind }) => kind)).toEqual([
      'turnOff',
      'setRuleEnabled',
      'moveRule',
    ]);
  });

  it('resolves whole days of a zone to instants', () => {
    const window = { startDate: '2026-03-01', endDate: '2026-03-31', timezone: 'Europe/Berlin' };
    const draft = { ...draftOf(BOOLEAN, base), rules: [rule({ window })] };
    expect(completeDraft(BOOLEAN, base, draft).configuration.rules[0]?.window).toEqual({
      ...window,
      startsAt: '2026-02-28T23:00:00.000Z',
      endsAt: '2026-03-31T22:00:00.000Z',
    });
  });

  it('keeps a rule whose window cannot be read, and says so where it stands', () => {
    const broken = rule({ window: { startDate: '', timezone: 'UTC' } });
    const draft = { ...draftOf(BOOLEAN, base), rules: [rule({ id: 'ok' }), broken] };
    const { configuration: complete, issues } = completeDraft(BOOLEAN, base, draft);
    expect(complete.rules[1]).toEqual(broken);
    expect(issues.map(({ path, code }) => [path, code])).toEqual([['rules.1.window.startsAt', 'date_unreadable']]);
  });
});

describe('checkDraft', () => {
  const check = (fields: Parameters<typeof configuration>[0]) =>
    checkDraft(BOOLEAN, base, draftOf(BOOLEAN, configuration(fields))).map(({ path, code }) => [path, code]);

  it('finds nothing wrong with what is stored', () => {
    expect(check({ rules: base.rules })).toEqual([]);
  });

  it('leaves other flags and segments to the server', () => {
    expect(
      check({
        prerequisites: [{ flag: 'elsewhere', variants: ['on'] }],
        rules: [rule({ conditions: [{ segment: 'x' }] })],
      }),
    ).toEqual([]);
  });

  it('says what is wrong at the field it is wrong at', () => {
    const nested = {
      operator: 'OR' as const,
      conditions: [{ attribute: 'age', operator: 'lessThan' as const }],
    };
    expect(
      check({
        default: { split: [{ variant: 'on', weight: 40_000 }] },
        prerequisites: [{ flag: '', variants: [] }],
        rules: [
          rule({ conditions: [{ attribute: '', operator: 'equals', value: 'x' }, nested] }),
          rule({ id: 'r2', conditions: [{ attribute: 'email', operator: 'matches', value: '(' }, { segment: '' }] }),
        ],
      }),
    ).toEqual(
      expect.arrayContaining([
        ['default.split', 'weights_total'],
        ['prerequisites.0.flag', 'too_small_text'],
        ['prerequisites.0.variants', 'too_small_list'],
        ['rules.0.conditions.0.attribute', 'attribute_missing'],
        ['rules.0.conditions.1.conditions.0.value', 'constant_missing'],
        ['rules.1.conditions.0.value', 'constant_pattern'],
        ['rules.1.conditions.1.segment', 'invalid_key'],
      ]),
    );
  });

  it('tells what is wrong with the whole: a subject pinned twice', () => {
    const draft = {
      ...draftOf(BOOLEAN, base),
      targets: [
        { variant: 'on', subjects: ['u1'] },
        { variant: 'off', subjects: ['u1'] },
      ],
    };
    expect(checkDraft(BOOLEAN, base, draft)).toMatchObject([
      { path: 'targets.1.subjects.0', code: 'subject_duplicate' },
    ]);
  });
});
