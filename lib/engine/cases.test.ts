import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileAttribute } from './attributes';
import { bucket, compileBucketer, type BucketPurpose } from './bucket';
import { evaluate } from './evaluate';
import { explain } from './explain';
import { murmur3 } from './hash';
import type { ReservedAttributes } from './model';
import { compileOperator } from './operators';
import { createScope } from './scope';
import { type RulesetSketch, sketchRuleset } from './test-items';
import { OPERATORS, type EvaluationContext, type JsonValue, type KeyKind, type Rule, type Verdict } from './types';

type Expected = Pick<Verdict, 'variant' | 'value' | 'reason' | 'cause' | 'ruleId' | 'errorCode'>;
interface Case extends RulesetSketch {
  name: string;
  key?: string;
  context: EvaluationContext;
  /** RFC 3339; the first instant of 2026 unless given. */
  now?: string;
  audience?: KeyKind;
  reserved?: ReservedAttributes;
  expect: Expected;
}
interface OperatorRow {
  operator: string;
  negation?: string;
  value?: JsonValue;
  holds: EvaluationContext[];
  fails: EvaluationContext[];
  /** Constants that the operator cannot read. */
  unreadable?: JsonValue[];
}

const FOLDER = new URL('./cases/', import.meta.url);
const NEW_YEAR = '2026-01-01T00:00:00Z';

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function answered({ variant, value, reason, cause, ruleId, errorCode }: Verdict): Expected {
  return { variant, value, reason, cause, ruleId, errorCode };
}

function check(one: Case): void {
  const ruleset = sketchRuleset(one);
  const now = Date.parse(one.now ?? NEW_YEAR);
  const options = { audience: one.audience, reserved: one.reserved };
  const verdict = evaluate(ruleset, one.key ?? 'f', one.context, now, options);
  expect(answered(verdict)).toEqual(one.expect);
  expect(explain(ruleset, one.key ?? 'f', one.context, now, options).verdict).toEqual(verdict);
}

const DECISION_FILES = readdirSync(FOLDER).filter((name) => read(name).startsWith('{\n  "cases"'));

describe('cases', () => {
  it('are all read', () => {
    expect(DECISION_FILES).toEqual(['buckets.json', 'precedence.json', 'ramps.json', 'segments.json']);
  });
  for (const name of DECISION_FILES) {
    const file: { cases: Case[] } = JSON.parse(read(name));
    describe(name, () => {
      for (const one of file.cases) it(one.name, () => check(one));
    });
  }
});

describe('the two example rules', () => {
  const file: { rules: Partial<Rule>[]; cases: Case[] } = JSON.parse(read('examples.json'));
  // As people write them: neither says what it serves, which for a boolean flag is `on`.
  const rules = file.rules.map((rule) => ({ serve: undefined, ...rule }));
  it.each(file.cases.map((one): [string, Case] => [`${one.name}: ${JSON.stringify(one.context)}`, one]))(
    '%s',
    (_, one) => check({ ...one, flags: { f: { configuration: { rules } } } }),
  );
});

describe('operators', () => {
  const { operators }: { operators: OperatorRow[] } = JSON.parse(read('operators.json'));
  const holdsIn = (operator: string, value: JsonValue | undefined, context: EvaluationContext): boolean => {
    const conditions: Rule['conditions'] = JSON.parse(JSON.stringify([{ attribute: 'x', operator, value }]));
    const ruleset = sketchRuleset({ flags: { f: { configuration: { rules: [{ conditions }] } } } });
    const verdict = evaluate(ruleset, 'f', context, 0);
    expect(verdict.errorCode).toBeUndefined();
    return verdict.variant === 'on';
  };

  it('covers every operator, each against a missing, a null and a wrong attribute', () => {
    const covered = new Set(
      operators.flatMap(({ operator, negation }) => (negation ? [operator, negation] : [operator])),
    );
    expect([...covered, 'inSegment', 'notInSegment'].sort()).toEqual([...OPERATORS].sort());
    for (const { operator, fails } of operators) {
      expect(fails).toContainEqual({});
      expect(fails).toContainEqual({ x: null });
      expect(fails.length > 2 || operator === 'exists').toBe(true);
    }
  });

  for (const { operator, negation, value, holds, fails, unreadable = [] } of operators) {
    describe(`${operator} ${JSON.stringify(value)}`, () => {
      it.each(holds.map((context) => [JSON.stringify(context), context] as const))('holds for %s', (_, context) => {
        expect(holdsIn(operator, value, context)).toBe(true);
        if (negation) expect(holdsIn(negation, value, context)).toBe(false);
      });
      it.each(fails.map((context) => [JSON.stringify(context), context] as const))('fails for %s', (_, context) => {
        expect(holdsIn(operator, value, context)).toBe(false);
        if (negation) expect(holdsIn(negation, value, context)).toBe(true);
      });
      it.each(unreadable.map((constant) => [JSON.stringify(constant), constant] as const))(
        'cannot read the constant %s, and so never holds',
        (_, constant) => {
          expect(compileOperator(operator, constant)?.isConstantReadable).toBe(false);
          for (const context of [...holds, ...fails]) {
            expect(holdsIn(operator, constant, context)).toBe(false);
            if (negation) expect(holdsIn(negation, constant, context)).toBe(true);
          }
        },
      );
    });
  }
});

describe('attributes', () => {
  interface Row {
    name: string;
    attribute: string;
    context: EvaluationContext;
    reserved?: ReservedAttributes;
    expected?: JsonValue;
  }
  const { attributes }: { attributes: Row[] } = JSON.parse(read('attributes.json'));
  it.each(attributes.map((row): [string, Row] => [row.name, row]))(
    '%s',
    (_, { attribute, context, reserved, expected }) => {
      const scope = createScope(sketchRuleset({}), context, Date.parse(NEW_YEAR), { reserved });
      expect(compileAttribute(attribute)(scope)).toEqual(expected);
    },
  );
});

describe('hashing', () => {
  interface Hashes {
    murmur3: [string, number][];
    buckets: [string, BucketPurpose, string, number][];
  }
  const file: Hashes = JSON.parse(read('hash.json'));
  it.each(file.murmur3)('murmur3 of %j is %d', (text, expected) => {
    expect(murmur3(text)).toBe(expected);
  });
  it.each(file.buckets)('bucket of %j, %s, %j is %d', (salt, purpose, unit, expected) => {
    expect(bucket(salt, purpose, unit)).toBe(expected);
    expect(compileBucketer('murmur3-v1', salt, purpose)?.(unit)).toBe(expected);
  });
});
