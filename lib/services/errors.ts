/**
 * The family of refusals. A kind decides the HTTP status, a code is what programs read, and the catalogue `errors`
 * holds a sentence for each code. Told apart by `kind` and `code`, never by `instanceof`: bundles hold copies.
 */
export type ErrorKind =
  | 'accepted' // 202: it waits for people or for its time; nothing is wrong
  | 'invalid' // 400: a wrong shape
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not_found' // 404: also whatever lies outside the actor's scope
  | 'conflict' // 409
  | 'too_large' // 413
  | 'unsupported' // 415
  | 'refused' // 422: a rule of the product says no
  | 'throttled' // 429
  | 'unavailable'; // 503

export interface Issue {
  /** Dotted, such as `rules.0.value`; empty for the whole. */
  path: string;
  code: string;
  message: string;
  /** Parameters of the sentence, where a catalogue words the code. */
  params?: Record<string, string | number>;
}

export interface ServiceErrorOptions {
  /** Parameters of the sentence; numbers and names of our own, never rejected input. */
  params?: Record<string, string | number>;
  issues?: Issue[];
  /** What is stored now, for a conflict. */
  current?: unknown;
  /** What waits now, such as a change request, by its name. */
  accepted?: Readonly<Record<string, unknown>>;
  /** Seconds. */
  retryAfter?: number;
  cause?: unknown;
}

export interface ServiceErrorShape extends ServiceErrorOptions {
  kind: ErrorKind;
  code: string;
}

class ServiceError extends Error implements ServiceErrorShape {
  override name = 'ServiceError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params?: Record<string, string | number>;
  readonly issues?: Issue[];
  readonly current?: unknown;
  readonly accepted?: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number;

  constructor(kind: ErrorKind, code: string, options: ServiceErrorOptions) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.params = options.params;
    this.issues = options.issues;
    this.current = options.current;
    this.accepted = options.accepted;
    this.retryAfter = options.retryAfter;
  }
}

/** Makes an error to throw. `code` defaults to the kind and must be a message id of the catalogue `errors`. */
export function serviceError(
  kind: ErrorKind,
  code: string = kind,
  options: ServiceErrorOptions = {},
): Error & ServiceErrorShape {
  return new ServiceError(kind, code, options);
}

/** Reads a thrown value as a refusal of ours, or null for anything unknown. */
export function asServiceError(thrown: unknown): (Error & ServiceErrorShape) | null {
  if (!(typeof thrown === 'object' && thrown !== null)) return null;
  if (!('name' in thrown && thrown.name === 'ServiceError')) return null;
  return thrown as Error & ServiceErrorShape;
}
