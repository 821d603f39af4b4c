import type { JsonObject } from '@/lib/engine/types';

export type FlagValue = boolean | string | number | JsonObject;
export type FlagType = 'boolean' | 'string' | 'number' | 'json';

/** A flag of a suite, in our words. */
export interface FlagRow {
  key: string;
  type: FlagType;
  variants: Record<string, FlagValue>;
  /** The variant of the default rule; null is the caller's own default. */
  serve: string | null;
  isDisabled?: boolean;
  metadata?: Record<string, boolean | string | number>;
  /** Who gets another variant than the default's. */
  rule?: { conditions: { attribute: string; operator: string; value: FlagValue }[]; variant: string };
}

const BOOLEAN = { on: true, off: false };
const GREETING = { greeting: 'hi', parting: 'bye' };
const INTEGER = { one: 1, ten: 10 };
const FLOAT = { tenth: 0.1, half: 0.5 };
const TEMPLATE = { showImages: true, title: 'Check out these pics!', imagesPerPage: 100 };
const OBJECT = { empty: {}, template: TEMPLATE };
const BALLMER = { attribute: 'email', operator: 'equals', value: 'ballmer@macrosoft.com' };

const plain = (key: string, type: FlagType, variants: FlagRow['variants'], serve: string | null): FlagRow => ({
  key,
  type,
  variants,
  serve,
});
const disabled = (row: FlagRow): FlagRow => ({ ...row, isDisabled: true });
const zeros: [string, FlagType, FlagRow['variants']][] = [
  ['boolean', 'boolean', { zero: false, 'non-zero': true }],
  ['string', 'string', { zero: '', 'non-zero': 'str' }],
  ['integer', 'number', { zero: 0, 'non-zero': 1 }],
  ['float', 'number', { zero: 0, 'non-zero': 1 }],
  ['object', 'json', { zero: {}, 'non-zero': TEMPLATE }],
];

/** The flags of the OpenFeature specification's own test suite. Its expressions are conditions here. */
export const SPECIFICATION_FLAGS: readonly FlagRow[] = [
  plain('boolean-flag', 'boolean', BOOLEAN, 'on'),
  plain('string-flag', 'string', GREETING, 'greeting'),
  plain('integer-flag', 'number', INTEGER, 'ten'),
  plain('float-flag', 'number', FLOAT, 'half'),
  plain('object-flag', 'json', OBJECT, 'template'),
  disabled(plain('boolean-disabled-flag', 'boolean', BOOLEAN, 'on')),
  disabled(plain('string-disabled-flag', 'string', GREETING, 'greeting')),
  disabled(plain('integer-disabled-flag', 'number', INTEGER, 'ten')),
  disabled(plain('float-disabled-flag', 'number', FLOAT, 'half')),
  disabled(plain('object-disabled-flag', 'json', OBJECT, 'template')),
  ...zeros.map(([name, type, variants]) => plain(`${name}-zero-flag`, type, variants, 'zero')),
  ...zeros.map(([name, type, variants]) => ({
    ...plain(`${name}-targeted-zero-flag`, type, variants, 'zero'),
    rule: { conditions: [BALLMER], variant: 'zero' },
  })),
  {
    ...plain('complex-targeted', 'string', { internal: 'INTERNAL', external: 'EXTERNAL' }, 'external'),
    rule: {
      conditions: [
        { attribute: 'customer', operator: 'equals', value: false },
        BALLMER,
        { attribute: 'age', operator: 'greaterThan', value: 10 },
      ],
      variant: 'internal',
    },
  },
  {
    ...plain('metadata-flag', 'boolean', BOOLEAN, 'on'),
    metadata: { string: '1.0.2', integer: 2, boolean: true, float: 0.1 },
  },
  plain('null-default-flag', 'boolean', BOOLEAN, null),
  plain('undefined-default-flag', 'number', { small: 10, big: 1000 }, null),
  plain('wrong-flag', 'string', { one: 'uno', two: 'dos' }, 'one'),
];

/** The flags of the draft test kit for providers. */
export const PROVIDER_FLAGS: readonly FlagRow[] = [
  plain('boolean-flag', 'boolean', BOOLEAN, 'on'),
  plain('string-flag', 'string', GREETING, 'greeting'),
  plain('integer-flag', 'number', INTEGER, 'ten'),
  plain('float-flag', 'number', FLOAT, 'half'),
  plain('large-integer-flag', 'number', { one: 1, 'max-int32': 2_147_483_647 }, 'max-int32'),
  plain('huge-integer-flag', 'number', { one: 1, 'max-safe': Number.MAX_SAFE_INTEGER }, 'max-safe'),
  plain('integral-float-flag', 'number', { tenth: 0.1, ten: 10 }, 'ten'),
  plain('boolean-zero-flag', 'boolean', { zero: false, 'non-zero': true }, 'zero'),
  plain('integer-zero-flag', 'number', { zero: 0, 'non-zero': 1 }, 'zero'),
  plain('string-zero-flag', 'string', { zero: '', 'non-zero': 'str' }, 'zero'),
  plain('object-flag', 'json', OBJECT, 'template'),
  plain('wrong-flag', 'string', { one: 'uno', two: 'dos' }, 'one'),
  disabled(plain('disabled-boolean-flag', 'boolean', BOOLEAN, 'on')),
  disabled(plain('disabled-string-flag', 'string', GREETING, 'greeting')),
  disabled(plain('disabled-integer-flag', 'number', INTEGER, 'ten')),
  disabled(plain('disabled-float-flag', 'number', FLOAT, 'half')),
  {
    ...plain('targeting-key-flag', 'string', { miss: 'miss', hit: 'hit' }, 'miss'),
    rule: {
      conditions: [{ attribute: 'targetingKey', operator: 'equals', value: '5c3d8535-f81a-4478-a6d3-afaa4d51199e' }],
      variant: 'hit',
    },
  },
  plain('changing-flag', 'string', { foo: 'foo', bar: 'bar' }, 'foo'),
];
