export type EvaluationErrorCode =
  | 'PARSE_ERROR'
  | 'INVALID_CONTEXT'
  | 'FLAG_NOT_FOUND'
  | 'TARGETING_KEY_MISSING'
  | 'PROVIDER_NOT_READY'
  | 'GENERAL';

/** An evaluation that is refused as a whole, in OpenFeature's words. */
export interface Refusal {
  status: number;
  errorCode: EvaluationErrorCode;
  errorDetails: string;
  /** What programs read where OpenFeature has no word for it. */
  code?: string;
  headers?: Record<string, string>;
}

const refusal = (status: number, errorCode: EvaluationErrorCode, errorDetails: string): Refusal => ({
  status,
  errorCode,
  errorDetails,
});

/** Sentences of our own: nothing of what was sent is repeated. */
export const REFUSALS = {
  notReady: {
    ...refusal(503, 'PROVIDER_NOT_READY', 'This instance has no flags yet.'),
    headers: { 'retry-after': '1' },
  },
  keyNeeded: refusal(401, 'GENERAL', 'A valid key is needed.'),
  keyInQuery: refusal(401, 'GENERAL', 'Keys are sent in a header, never in the address.'),
  foreignOrigin: refusal(403, 'GENERAL', 'This key may not be used from this origin.'),
  proofNeeded: {
    ...refusal(401, 'GENERAL', 'This environment answers client keys with a subject proof only.'),
    code: 'proof_required',
  },
  proofInvalid: { ...refusal(401, 'GENERAL', 'The subject proof is not valid here.'), code: 'proof_invalid' },
  proofExpired: { ...refusal(401, 'GENERAL', 'The subject proof has expired.'), code: 'proof_expired' },
  proofMismatch: {
    ...refusal(401, 'GENERAL', 'The subject proof is about another subject or tenant.'),
    code: 'proof_mismatch',
  },
  explainForbidden: refusal(403, 'GENERAL', 'Explanations are given to server keys only.'),
  methodNotAllowed: refusal(405, 'GENERAL', 'This method is not allowed here.'),
  tooLarge: refusal(413, 'GENERAL', 'The body is larger than 256 kB.'),
  unsupportedEncoding: refusal(415, 'GENERAL', 'The body must be plain, gzip, deflate or br.'),
  unreadable: refusal(400, 'PARSE_ERROR', 'The body could not be read.'),
  tooDeep: refusal(400, 'PARSE_ERROR', 'The body is nested more than 64 levels deep.'),
  notJson: refusal(400, 'PARSE_ERROR', 'The body is not JSON.'),
  badEncoding: refusal(400, 'PARSE_ERROR', 'The address is not valid percent-encoded UTF-8.'),
  badKeys: refusal(400, 'PARSE_ERROR', 'The keys must be a list of at most 10,000 texts.'),
  contextNeeded: refusal(400, 'INVALID_CONTEXT', 'The context must be an object.'),
  contextAttributes: refusal(400, 'INVALID_CONTEXT', 'The context has more than 500 attributes.'),
  contextSize: refusal(400, 'INVALID_CONTEXT', 'A value of the context is larger than 4 kB.'),
  notFound: refusal(404, 'FLAG_NOT_FOUND', 'There is no such flag.'),
  failed: refusal(500, 'GENERAL', 'The evaluation failed.'),
} as const satisfies Record<string, Refusal>;

export const throttled = (seconds: number): Refusal => ({
  ...refusal(429, 'GENERAL', 'Too many requests.'),
  headers: { 'retry-after': String(seconds) },
});
