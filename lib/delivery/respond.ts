import {
  type Answer,
  type Asked,
  answerExplained,
  answerFlag,
  answerFlags,
  answerOfrep,
  answerOfrepFlag,
} from './answer';
import { authenticate, type Caller, type Gate } from './authenticate';
import { type Believed, createBelief } from './believe';
import { preflightHeaders } from './cors';
import type { Counter } from './counter';
import { isMatch } from './etag';
import { decodePart, type Matched, matchPath } from './match-path';
import type { ProfileCache } from './profile-cache';
import { readQuestion } from './read-question';
import { REFUSALS, type Refusal } from './refusal';
import { type DeliveryAnswer, type DeliveryRequest, headerOf, type PendingAnswer } from './request';
import { sdkName } from './sdk-name';
import { createSerialiser } from './serialise';

export interface ResponderOptions extends Gate {
  counter: Counter;
  profiles: ProfileCache;
  touchKey(id: string): void;
  now: () => Date;
  log: { error(fields: object, message: string): void };
}
/**
 * Answers the evaluation endpoints from memory, and at once unless a stored profile is needed that is not there yet.
 * Null for a path that is none of them. A promise of an answer never rejects.
 */
export type Respond = (request: DeliveryRequest) => PendingAnswer | null;

const BASE = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'private, no-store',
  vary: 'Authorization, Origin',
  'x-content-type-options': 'nosniff',
};
const METHODS = { flags: 'GET, POST, OPTIONS', ofrep: 'POST, OPTIONS' } as const;
const nothing = (): void => {};

type Headers = Record<string, string>;

function refuse(
  { status, errorCode, errorDetails, code, headers }: Refusal,
  key: string | null,
  cors: Headers,
): DeliveryAnswer {
  const body = JSON.stringify({ ...(key === null ? {} : { key }), errorCode, errorDetails, code });
  const challenge: Headers = status === 401 ? { 'www-authenticate': 'Bearer realm="flagstaff"' } : {};
  return { status, headers: { ...BASE, ...cors, ...challenge, ...headers }, body, after: nothing };
}

function preflight(matched: Matched): DeliveryAnswer {
  const methods = METHODS[matched.protocol];
  const { vary, 'cache-control': cacheControl } = BASE;
  const headers = { vary, 'cache-control': cacheControl, allow: methods, ...preflightHeaders(methods) };
  return { status: 204, headers, body: null, after: nothing };
}

function answer(asked: Asked, { protocol }: Matched, key: string | null, isExplained: boolean): Answer {
  if (isExplained) return answerExplained(asked, key);
  if (protocol === 'ofrep') return key === null ? answerOfrep(asked) : answerOfrepFlag(asked, key);
  return key === null ? answerFlags(asked) : answerFlag(asked, key);
}

/** Why the request cannot be answered whoever asks, or null. */
function unfit(request: DeliveryRequest, { protocol }: Matched, key: string | null): Refusal | null {
  const { method, query } = request;
  if (method !== 'POST' && !(protocol === 'flags' && method === 'GET')) {
    return { ...REFUSALS.methodNotAllowed, headers: { allow: METHODS[protocol] } };
  }
  // A lone `+` is a space in a query and changes nothing about whether it can be decoded.
  return key === null || decodePart(query) === null ? REFUSALS.badEncoding : null;
}

export function createResponder(options: ResponderOptions): Respond {
  const serialise = createSerialiser();
  const { store, counter, profiles, touchKey } = options;
  const believe = createBelief(profiles);

  const evaluate = (request: DeliveryRequest, matched: Matched, key: string | null): PendingAnswer => {
    const parameters = new URLSearchParams(request.query);
    const now = options.now().getTime();
    const { outcome, cors } = authenticate(options, request, matched, parameters, now);
    if ('refusal' in outcome) return refuse(outcome.refusal, null, cors);
    const { caller } = outcome;
    const isExplained = matched.protocol === 'flags' && ['1', 'true'].includes(parameters.get('explain') ?? '');
    if (isExplained && caller.kind !== 'server') return refuse(REFUSALS.explainForbidden, key, cors);
    const question = readQuestion(request, parameters, caller);
    if ('errorCode' in question) return refuse(question, key, cors);
    const finish = ({ context, reserved, isBare }: Believed): DeliveryAnswer => {
      const asked = { caller, question: { ...question, context }, reserved, isBare, now, serialise };
      const isStale = store.isStale(caller.environment.id);
      const given = answer({ ...asked, isStale }, matched, key, isExplained);
      if (isBare) profiles.noteUnavailable(given.verdicts.filter((verdict) => isBare(verdict.key)).length);
      const after = (): void => note(caller, given, sdkName(request, matched), now);
      return send(given, headerOf(request, 'if-none-match'), cors, after);
    };
    const believed = believe({ caller, context: question.context, keys: key === null ? question.keys : [key], now });
    if (believed === null) return refuse(REFUSALS.proofMismatch, key, cors);
    return believed instanceof Promise
      ? believed.then(finish).catch((error: unknown) => fail(error, key))
      : finish(believed);
  };
  const fail = (error: unknown, key: string | null): DeliveryAnswer => {
    options.log.error({ err: error }, 'an evaluation failed');
    return refuse(REFUSALS.failed, key, {});
  };
  const note = ({ keyId, environment }: Caller, { verdicts }: Answer, sdk: string, now: number): void => {
    if (verdicts.length > 0) counter.add(environment.id, sdk, verdicts, now);
    if (keyId !== null) touchKey(keyId);
  };

  return (request) => {
    const matched = matchPath(request.path);
    if (!matched) return null;
    if (request.method === 'OPTIONS') return preflight(matched);
    const key = matched.rawKey === null ? null : decodePart(matched.rawKey);
    const problem = unfit(request, matched, matched.rawKey === null ? '' : key);
    if (problem) return refuse(problem, key ?? matched.rawKey, { 'access-control-allow-origin': '*' });
    try {
      return evaluate(request, matched, key);
    } catch (error) {
      return fail(error, key);
    }
  };
}

function send(
  { status, body, etag }: Answer,
  ifNoneMatch: string | undefined,
  cors: Headers,
  after: () => void,
): DeliveryAnswer {
  const headers: Headers = { ...BASE, ...cors };
  if (etag === undefined) return { status, headers, body, after };
  headers.etag = etag;
  if (!isMatch(ifNoneMatch, etag)) return { status, headers, body, after };
  const { 'content-type': _, ...rest } = headers;
  return { status: 304, headers: rest, body: null, after };
}
