import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { describe as describeChange } from '@/lib/changes/describe';
import { describeRule } from '@/lib/changes/describe-rule';
import { ISSUE_TEXTS } from '@/lib/changes/issue-texts';
import { issue } from '@/lib/changes/issue';
import { type Sentence, type SentencePart, type Translate, wordSentence } from '@/lib/changes/sentence';
import { WEEK } from '@/lib/changes/describe-recurrence';
import { configuration as anyConfiguration, DEFINITION, instruction } from '@/lib/changes/testing/arbitraries';
import { rule, subject } from '@/lib/changes/testing/build';
import type { Instruction } from '@/lib/changes/types';
import { type Condition, OPERATORS, type Rule } from '@/lib/engine/types';
import { SHAPE_TEXTS } from '@/lib/schemas/issue-texts';
import de from './de/changes.json';
import en from './en/changes.json';

const CATALOGUES: Record<string, Record<string, Record<string, string>>> = { en, de };
const LOCALES = ['en', 'de'];

function translator(locale: string): Translate {
  const onError = (error: Error): never => {
    throw error;
  };
  return (id, params) => {
    const [group = '', name = ''] = id.split('.');
    const messages = CATALOGUES[locale]?.[group];
    return createTranslator<Record<string, string>>({ locale, messages, onError, timeZone: 'UTC' })(name, params);
  };
}

function idsIn(part: SentencePart): string[] {
  if (typeof part === 'string' || typeof part === 'number') return [];
  if ('id' in part) return [part.id, ...Object.values(part.params).flatMap(idsIn)];
  return [`list.${part.join}`, ...part.items.flatMap(idsIn)];
}

function idsOf(catalogue: object, path = ''): string[] {
  return Object.entries(catalogue).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${path}${name}`] : idsOf(text, `${path}${name}.`),
  );
}

const ramp = { from: 5_000, to: 100_000, startsAt: '2026-03-01T09:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' };
const day = { startsAt: 'x', endsAt: 'x', startDate: '2026-03-01', endDate: '2026-03-31', timezone: 'Europe/Berlin' };
const plan: Condition = { attribute: 'plan', operator: 'equals', value: 'pro' };
const country: Condition = { attribute: 'country', operator: 'in', value: ['DE', 'FR'] };

const RULES: [Partial<Rule>, string, string][] = [
  [
    { conditions: [plan, country], rollout: { percentage: 25_000 } },
    'If plan is pro and country is one of DE, FR → 25 % on, else next',
    'Wenn plan gleich pro ist und country eines von DE, FR ist → 25 % on, sonst weiter',
  ],
  [
    {
      conditions: [
        { segment: 'beta' },
        { operator: 'OR', conditions: [plan, { attribute: 'age', operator: 'exists' }] },
      ],
    },
    'If the subject is in segment beta and (plan is pro or age is present) → on, else next',
    'Wenn das Subjekt zum Segment beta gehört und (plan gleich pro ist oder age vorhanden ist) → on, sonst weiter',
  ],
  [
    { operator: 'NOT', conditions: [plan, { segment: 'flag:checkout' }] },
    'If it is not true that (plan is pro or the subject has an open membership of checkout) → on, else next',
    'Wenn nicht gilt, dass (plan gleich pro ist oder das Subjekt eine laufende Mitgliedschaft bei checkout hat) → on, sonst weiter',
  ],
  [
    {
      conditions: [],
      rollout: { percentage: 12_500, unit: 'company' },
      serve: {
        split: [
          { variant: 'on', weight: 50_000 },
          { variant: 'off', weight: 50_000 },
        ],
      },
    },
    'Everybody → 12.5 % by company, of which 50 % on, 50 % off, else next',
    'Alle → 12,5 % nach company, davon 50 % on, 50 % off, sonst weiter',
  ],
  [
    { conditions: [plan], rollout: { ramp: { ...ramp, steps: 4 } }, window: day, enabled: false },
    'Disabled: If plan is pro (from 2026-03-01 to 2026-03-31 inclusive) → on (ramp from 5 % on 2026-03-01 09:00 (UTC) to 100 % on 2026-04-01 00:00 (UTC) in 4 steps), else next',
    'Deaktiviert: Wenn plan gleich pro ist (von 01.03.2026 bis einschließlich 31.03.2026) → on (Rampe von 5 % am 01.03.2026, 09:00 Uhr (UTC) auf 100 % am 01.04.2026, 00:00 Uhr (UTC) in 4 Stufen), sonst weiter',
  ],
  [
    { conditions: [plan], window: { startsAt: '2026-03-01T08:00:00.000Z', timezone: 'Europe/Berlin' } },
    'If plan is pro (from 2026-03-01 09:00 (Europe/Berlin)) → on, else next',
    'Wenn plan gleich pro ist (ab 01.03.2026, 09:00 Uhr (Europe/Berlin)) → on, sonst weiter',
  ],
  [
    {
      conditions: [
        { attribute: 'roleAtLeast', operator: 'contains', value: 'manager' },
        { attribute: 'user.roleAtLeast', operator: 'notContains', value: 'admin' },
      ],
    },
    'If role is at least manager and role is not at least admin → on, else next',
    'Wenn die Rolle mindestens manager ist und die Rolle nicht mindestens admin ist → on, sonst weiter',
  ],
  [
    { conditions: [{ attribute: 'roleAtLeast', operator: 'exists' }] },
    'If roleAtLeast is present → on, else next',
    'Wenn roleAtLeast vorhanden ist → on, sonst weiter',
  ],
  [
    { conditions: [{ attribute: 'id', operator: 'notIn', value: [1, 2, 3, 4, 5, 6, 7] }] },
    'If id is none of 1, 2, 3, 4, 5 and 2 more → on, else next',
    'Wenn id keines von 1, 2, 3, 4, 5 und 2 mehr ist → on, sonst weiter',
  ],
];

const CHANGES: [Instruction, string[], string[]][] = [
  [{ kind: 'turnOn' }, ['Turn the flag on'], ['Flag einschalten']],
  [
    { kind: 'setOffVariant', variant: null },
    ['Serve while off: the caller’s own default'],
    ['In ausgeschaltetem Zustand ausliefern: Standardwert der Anwendung'],
  ],
  [
    { kind: 'setRollout', id: 'r1', rollout: { percentage: 40_000 } },
    ['Rollout of rule “Beta”: 20 % → 40 %'],
    ['Rollout von Regel „Beta“: 20 % → 40 %'],
  ],
  [
    { kind: 'addTargets', variant: 'on', subjects: ['u1'] },
    ['Pin 1 subject to on: u1'],
    ['1 Subjekt auf on festlegen: u1'],
  ],
  [
    { kind: 'removeTargets', subjects: ['u1', 'u2'] },
    ['Unpin 2 subjects: u1, u2'],
    ['Festlegung von 2 Subjekten aufheben: u1, u2'],
  ],
  [
    { kind: 'moveRule', id: 'r2', before: 'r1' },
    ['Move the rule “if plan is pro” before rule “Beta”'],
    ['Regel „wenn plan gleich pro ist“ vor Regel „Beta“ verschieben'],
  ],
  [
    { kind: 'setPrerequisites', prerequisites: [{ flag: 'checkout', variants: ['a', 'b'] }] },
    ['Require that checkout serves a or b'],
    ['Voraussetzen, dass checkout a oder b ausliefert'],
  ],
  [
    { kind: 'updateRule', id: 'r1', rule: rule({ name: 'New', conditions: [], serve: { variant: 'off' } }) },
    ['Rename rule “Beta” to “New”', 'Conditions of rule “Beta”: if always', 'Result of rule “Beta”: off'],
    ['Regel „Beta“ in „New“ umbenennen', 'Bedingungen von Regel „Beta“: wenn immer', 'Ergebnis von Regel „Beta“: off'],
  ],
  [
    { kind: 'setCodeDefault', variant: 'on' },
    ['The application’s own default becomes on'],
    ['Der Code-Standard der Anwendung wird on'],
  ],
  [
    { kind: 'removeRule', id: 'gone' },
    ['Remove a rule that is no longer there'],
    ['nicht mehr vorhandene Regel entfernen'],
  ],
];

describe('sentences of changes', () => {
  it.each(RULES)('words a rule: %#', (fields, english, german) => {
    const described = describeRule(rule(fields));
    expect(wordSentence(described, translator('en'))).toBe(english);
    expect(wordSentence(described, translator('de'))).toBe(german);
  });

  it.each(CHANGES)('words a change: %#', (change, english, german) => {
    const stored = subject({ rules: [rule({ rollout: { percentage: 20_000 } }), rule({ id: 'r2', name: '' })] });
    const described = describeChange(stored, [change]);
    expect(described.map((each) => wordSentence(each, translator('en')))).toEqual(english);
    expect(described.map((each) => wordSentence(each, translator('de')))).toEqual(german);
  });

  it('uses only ids that both catalogues have, and every id but those of issues', () => {
    const used = new Set<string>();
    const note = (sentences: Sentence[]): void => {
      for (const sentence of sentences) for (const id of idsIn(sentence)) used.add(id);
    };
    fc.assert(
      fc.property(anyConfiguration, fc.array(instruction, { maxLength: 6 }), (start, instructions) => {
        const sentences = describeChange({ definition: DEFINITION, configuration: start }, instructions);
        expect(sentences.length).toBeGreaterThanOrEqual(instructions.length);
        note(sentences);
        for (const locale of LOCALES) {
          for (const each of sentences) expect(wordSentence(each, translator(locale))).not.toBe('');
        }
      }),
      { numRuns: 500, seed: 7 },
    );
    note(RULES.map(([fields]) => describeRule(rule(fields))));
    const operators = OPERATORS.flatMap((operator) => [
      { attribute: 'a', operator, value: 'b' },
      { attribute: 'a', operator, value: 'flag:b' },
      { attribute: 'a', operator, value: [] },
    ]);
    note([describeRule(rule({ conditions: operators })), describeRule(rule({ operator: 'OR', conditions: [] }))]);
    const windows = [
      { endsAt: ramp.endsAt },
      { endDate: '2026-03-31' },
      { startsAt: ramp.startsAt, endsAt: ramp.endsAt },
      ...WEEK.map((day) => ({ endDate: '2026-03-31', recurring: { weekdays: [day], from: '09:00', to: '17:00' } })),
      { recurring: { weekdays: [...WEEK], from: '09:00', to: '17:00', exceptions: ['2026-12-25'] } },
      { recurring: { weekdays: WEEK.slice(0, 5), from: '09:00', to: '17:00' } },
    ];
    note([...windows, { startsAt: 'odd' }].map((window) => describeRule(rule({ conditions: [], window }))));
    const byCompany = { split: [{ variant: 'on', weight: 100_000 }], unit: 'company' };
    const own: Instruction = { kind: 'setCodeDefault', variant: 'on' };
    note(describeChange(subject(), [{ kind: 'setDefault', default: byCompany }, own]));
    const existing = subject({ rules: [rule(), rule({ id: 'r2', name: '', conditions: [] })] });
    note(
      describeChange(existing, [
        { kind: 'updateRule', id: 'r1', rule: rule({ name: '' }) },
        { kind: 'updateRule', id: 'r1', rule: rule({ name: '' }) },
        { kind: 'setRollout', id: 'r2', rollout: { percentage: 1 } },
        { kind: 'setRollout', id: 'r2', rollout: { ramp } },
      ]),
    );
    const [english, german] = [idsOf(en).sort(), idsOf(de).sort()];
    expect(german).toEqual(english);
    const sentences = english.filter((id) => !/^(issue|shape)\./.test(id));
    expect([...used].filter((id) => !english.includes(id))).toEqual([]);
    expect(sentences.filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('texts of issues', () => {
  it('says the same in the code and in the English catalogue', () => {
    expect(en.issue).toEqual(Object.fromEntries(Object.entries(ISSUE_TEXTS).sort()));
    expect(en.shape).toEqual(Object.fromEntries(Object.entries(SHAPE_TEXTS).sort()));
  });

  it.each(Object.keys(ISSUE_TEXTS))('words %s as the catalogue’s reader does', (code) => {
    const found = Object.keys(ISSUE_TEXTS).find((each): each is keyof typeof ISSUE_TEXTS => each === code);
    for (const limit of [1, 1_000]) {
      const { message, params } = issue('', found ?? 'rule_absent', { limit });
      expect(message).toBe(translator('en')(`issue.${code}`, params));
    }
  });
});
