import type { JsonObject } from '@/lib/engine/types';
import type { FlagValue } from './flag-rows';

export type ValueType = 'boolean' | 'string' | 'number' | 'object';

/** One evaluation and what a client must report of it. What is absent in `expect` is not said by the case. */
export interface CaseRow {
  suite: 'specification' | 'provider';
  /** Scenario and flag; no two cases share one. */
  name: string;
  key: string;
  type: ValueType;
  fallback: FlagValue;
  context: JsonObject;
  expect: {
    value: FlagValue;
    reason?: string;
    variant?: string;
    /** Null: there must be none. */
    errorCode: string | null;
    metadata?: Record<string, boolean | string | number>;
  };
}

type Expected = Partial<Omit<CaseRow['expect'], 'value'>>;
type Typed = readonly [name: string, type: ValueType, fallback: FlagValue];

const TEMPLATE = { showImages: true, title: 'Check out these pics!', imagesPerPage: 100 };
const BALLMER = 'ballmer@macrosoft.com';
const TYPES = [
  ['boolean', 'boolean', false],
  ['string', 'string', 'bye'],
  ['integer', 'number', 1],
  ['float', 'number', 0.1],
  ['object', 'object', {}],
] as const satisfies readonly Typed[];
const RESOLVED: Record<string, [FlagValue, string]> = {
  boolean: [true, 'on'],
  string: ['hi', 'greeting'],
  integer: [10, 'ten'],
  float: [0.5, 'half'],
  object: [TEMPLATE, 'template'],
};
const ZEROS: readonly (readonly [...Typed, FlagValue])[] = [
  ['boolean', 'boolean', true, false],
  ['string', 'string', 'hi', ''],
  ['integer', 'number', 1, 0],
  ['float', 'number', 0.1, 0],
  ['object', 'object', { a: 1 }, {}],
];

const row = (
  scenario: string,
  key: string,
  [label, type, fallback]: Typed,
  value: FlagValue,
  expected: Expected = {},
  context: JsonObject = {},
): CaseRow => ({
  suite: 'specification',
  name: `${scenario}: ${label} from ${key}`,
  key,
  type,
  fallback,
  context,
  expect: { value, errorCode: null, ...expected },
});
const resolved = (scenario: string, tell: (variant: string) => Expected): CaseRow[] =>
  TYPES.map((typed) => {
    const [value, variant] = RESOLVED[typed[0]] ?? [false, ''];
    return row(scenario, `${typed[0]}-flag`, typed, value, tell(variant));
  });
const zeros = (scenario: string, kind: string, expected: Expected, context: JsonObject = {}): CaseRow[] =>
  ZEROS.map(([name, type, fallback, value]) =>
    row(scenario, `${name}-${kind}`, [name, type, fallback], value, expected, context),
  );

const MISMATCH = { reason: 'ERROR', errorCode: 'TYPE_MISMATCH' };
const COMPLEX = { email: BALLMER, role: 'admin', age: 65, customer: false };

/** The specification's scenarios that evaluate flags; those about the SDK's own states are tried apart. */
export const SPECIFICATION_CASES: readonly CaseRow[] = [
  ...resolved('resolves values', () => ({})),
  ...zeros('resolves zero values', 'zero-flag', { reason: 'STATIC' }),
  ...zeros('resolves targeted zero values', 'targeted-zero-flag', { reason: 'TARGETING_MATCH' }, { email: BALLMER }),
  ...zeros(
    'resolves defaults past targeting',
    'targeted-zero-flag',
    { reason: 'DEFAULT' },
    { email: 'ballmer@none.com' },
  ),
  ...TYPES.map((typed) =>
    row('tells that a flag is missing', 'non-existent-flag', typed, typed[2], {
      reason: 'ERROR',
      errorCode: 'FLAG_NOT_FOUND',
    }),
  ),
  ...TYPES.map((typed) =>
    row(
      'tells that a type differs',
      typed[0] === 'boolean' ? 'string-flag' : 'boolean-flag',
      typed,
      typed[2],
      MISMATCH,
    ),
  ),
  ...resolved('gives all details', (variant) => ({ variant, reason: 'STATIC' })),
  row('gives metadata', 'metadata-flag', ['boolean', 'boolean', true], true, {
    metadata: { string: '1.0.2', integer: 2, boolean: true, float: 0.1 },
  }),
  ...zeros('resolves for nobody', 'targeted-zero-flag', { reason: 'DEFAULT' }),
  ...zeros('resolves for null attributes', 'targeted-zero-flag', { reason: 'DEFAULT' }, { email: null }),
  row(
    'resolves by several attributes',
    'complex-targeted',
    ['string', 'string', 'default'],
    'INTERNAL',
    { reason: 'TARGETING_MATCH' },
    COMPLEX,
  ),
  row('resolves structures', 'object-flag', ['object', 'object', {}], TEMPLATE, { reason: 'STATIC' }),
  ...resolved('gives variants', (variant) => ({ variant })),
  ...TYPES.map((typed) =>
    row('says that a flag is disabled', `${typed[0]}-disabled-flag`, typed, typed[2], { reason: 'DISABLED' }),
  ),
  ...resolved('resolves without blocking', () => ({})),
  row('leaves the default to the caller', 'null-default-flag', ['boolean', 'boolean', true], true, {
    reason: 'DISABLED',
  }),
  row('leaves the default to the caller', 'undefined-default-flag', ['integer', 'number', 7], 7, {
    reason: 'DISABLED',
  }),
];

const tck = (
  key: string,
  type: ValueType,
  fallback: FlagValue,
  value: FlagValue,
  expected: Expected = {},
  context: JsonObject = {},
): CaseRow => ({
  suite: 'provider',
  name: '',
  key,
  type,
  fallback,
  context,
  expect: { value, errorCode: null, ...expected },
});
const STATIC = { reason: 'STATIC' };
const SUBJECT = 'f20bd32d-703b-48b6-bc8e-79d53c85134a';
const TARGETED = '5c3d8535-f81a-4478-a6d3-afaa4d51199e';

const VALUES: readonly (readonly [string, ValueType, FlagValue, FlagValue, string])[] = [
  ['boolean-flag', 'boolean', false, true, 'on'],
  ['string-flag', 'string', 'bye', 'hi', 'greeting'],
  ['integer-flag', 'number', 1, 10, 'ten'],
  ['float-flag', 'number', 0.1, 0.5, 'half'],
  ['boolean-zero-flag', 'boolean', true, false, 'zero'],
  ['integer-zero-flag', 'number', 1, 0, 'zero'],
  ['string-zero-flag', 'string', 'fallback', '', 'zero'],
];
const MISMATCHES: readonly (readonly [string, ValueType, FlagValue])[] = [
  ['string-flag', 'boolean', false],
  ['string-flag', 'number', 1],
  ['string-flag', 'number', 0.1],
  ['wrong-flag', 'boolean', false],
  ['boolean-flag', 'string', 'fallback'],
  ['boolean-flag', 'number', 1],
  ['boolean-flag', 'number', 0.1],
  ['integer-flag', 'boolean', false],
  ['integer-flag', 'string', 'fallback'],
  ['float-flag', 'boolean', false],
  ['float-flag', 'string', 'fallback'],
  ['object-flag', 'boolean', false],
  ['object-flag', 'string', 'fallback'],
  ['object-flag', 'number', 1],
  ['object-flag', 'number', 0.1],
];

const PROVIDER_ROWS: readonly CaseRow[] = [
  ...VALUES.map(([key, type, fallback, value]) => tck(key, type, fallback, value, STATIC)),
  ...VALUES.map(([key, type, fallback, value, variant]) => tck(key, type, fallback, value, { variant })),
  tck('large-integer-flag', 'number', 1, 2_147_483_647, { variant: 'max-int32' }),
  tck('large-integer-flag', 'number', 1, 2_147_483_647, STATIC),
  tck('huge-integer-flag', 'number', 1, Number.MAX_SAFE_INTEGER, STATIC),
  tck('integer-flag', 'number', 1, 10),
  tck('float-flag', 'number', 0.1, 0.5),
  tck('disabled-boolean-flag', 'boolean', false, false),
  tck('disabled-string-flag', 'string', 'bye', 'bye'),
  tck('disabled-integer-flag', 'number', 1, 1),
  tck('disabled-float-flag', 'number', 0.1, 0.1),
  tck('object-flag', 'object', {}, TEMPLATE, STATIC),
  tck('string-flag', 'string', 'bye', 'hi', {}, { targetingKey: SUBJECT }),
  tck('targeting-key-flag', 'string', 'fallback', 'hit', {}, { targetingKey: TARGETED }),
  tck('targeting-key-flag', 'string', 'fallback', 'miss', {}, { targetingKey: SUBJECT }),
  tck('targeting-key-flag', 'string', 'fallback', 'miss'),
  ...MISMATCHES.map(([key, type, fallback]) => tck(key, type, fallback, fallback, MISMATCH)),
  tck('missing-flag', 'string', 'fallback', 'fallback', { reason: 'ERROR', errorCode: 'FLAG_NOT_FOUND' }),
];

/** The draft test kit's cases but one: JavaScript has one type of number, so that 0.5 is no wrong integer there. */
export const PROVIDER_CASES: readonly CaseRow[] = PROVIDER_ROWS.map((one, index) => ({
  ...one,
  name: `${index + 1}: ${one.type} from ${one.key}`,
}));
export const NOT_IN_JAVASCRIPT = ['integer from float-flag'];
