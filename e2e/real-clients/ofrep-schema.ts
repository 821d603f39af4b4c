const METADATA = { type: 'object', additionalProperties: { type: ['boolean', 'string', 'number'] } };
const REASONS = ['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'CACHED', 'DISABLED', 'STALE', 'UNKNOWN'];
const ERROR_CODES = [
  'PARSE_ERROR',
  'TARGETING_KEY_MISSING',
  'INVALID_CONTEXT',
  'FLAG_NOT_FOUND',
  'TYPE_MISMATCH',
  'GENERAL',
];

const SUCCESS = {
  type: 'object',
  required: ['key', 'reason'],
  properties: {
    key: { type: 'string', minLength: 1 },
    reason: { enum: REASONS },
    variant: { type: 'string' },
    value: { type: ['boolean', 'string', 'number', 'object'] },
    metadata: METADATA,
  },
  // Stricter than the protocol: a success has no other field of ours.
  additionalProperties: false,
  if: { properties: { reason: { const: 'DISABLED' } } },
  else: { required: ['value', 'variant'] },
};
const FAILURE = {
  type: 'object',
  required: ['key', 'errorCode'],
  properties: {
    key: { type: 'string' },
    errorCode: { enum: ERROR_CODES },
    errorDetails: { type: 'string' },
    metadata: METADATA,
  },
  additionalProperties: false,
};
const ITEM = { if: { required: ['errorCode'] }, then: FAILURE, else: SUCCESS };

/** What OFREP 0.3.0 means by its answers. Its published document refuses correct ones, by `oneOf` and by its reasons. */
export const OFREP_SCHEMAS = {
  single: ITEM,
  bulk: {
    type: 'object',
    required: ['flags'],
    properties: { flags: { type: 'array', items: ITEM }, metadata: METADATA },
    additionalProperties: false,
  },
  bulkFailure: {
    type: 'object',
    required: ['errorCode'],
    properties: { errorCode: { type: 'string' }, errorDetails: { type: 'string' } },
    additionalProperties: false,
  },
} as const;
