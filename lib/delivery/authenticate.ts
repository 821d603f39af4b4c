import type { KeyKind } from '@/lib/engine/types';
import { corsHeaders, isOriginAllowed } from './cors';
import type { Loaded } from './load';
import type { Matched } from './match-path';
import { type Claims, type Proofs, readProof } from './proof';
import { REFUSALS, type Refusal, throttled } from './refusal';
import { type DeliveryRequest, headerOf } from './request';
import type { RulesetStore } from './ruleset-store';
import type { Throttle } from './throttle';

/** Who asks, and for which environment. */
export interface Caller {
  environment: Loaded;
  kind: KeyKind;
  /** Null for an answer without a key. */
  keyId: string | null;
  /** Who a client key has proven that it asks for. */
  claims: Claims | null;
}
export interface Authenticated {
  /** The caller, or why there is none. */
  outcome: { caller: Caller } | { refusal: Refusal };
  cors: Record<string, string>;
}
export interface Gate {
  store: RulesetStore;
  publicReads: Throttle;
  proofs: Proofs;
}

const BEARER = /^bearer +(\S+) *$/i;
/** A key alone, or as a string of the JSON in `context`. */
const LIKE_A_KEY = /^(?:bearer\s+)?fs[csa]_|"fs[csa]_[\w-]{20,}"/i;

/** A key in an address ends up in logs and histories: refused, even beside a valid header. */
export function hasKeyInQuery(parameters: URLSearchParams): boolean {
  for (const [name, value] of parameters) if (LIKE_A_KEY.test(value) || LIKE_A_KEY.test(name)) return true;
  return false;
}

function presentedKey(request: DeliveryRequest, { protocol }: Matched): string | null {
  const bearer = BEARER.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  return protocol === 'ofrep' ? (headerOf(request, 'x-api-key')?.trim() ?? null) : null;
}

interface Presented {
  secret: string;
  origin: string | undefined;
  proof: string | undefined;
  now: number;
}

function byKey({ store, proofs }: Gate, { secret, origin, proof, now }: Presented): Authenticated {
  const found = store.findKey(secret);
  const environment = found && store.get(found.environmentId);
  const isExpired = found?.body.expiresAt !== undefined && Date.parse(found.body.expiresAt) <= now;
  if (!found || !environment || isExpired) {
    // Before all keys are known, an unknown one may be valid: providers stop for good at a 401.
    const refusal = store.isReady() ? REFUSALS.keyNeeded : REFUSALS.notReady;
    return { outcome: { refusal }, cors: corsHeaders(origin, null, []) };
  }
  const { id: keyId, body } = found;
  const cors = corsHeaders(origin, body.kind, body.origins);
  if (!isOriginAllowed(origin, body.kind, body.origins)) return { outcome: { refusal: REFUSALS.foreignOrigin }, cors };
  if (body.kind === 'server')
    return { outcome: { caller: { environment, kind: 'server', keyId, claims: null } }, cors };
  const read = readProof(proofs, environment, proof, now);
  if ('errorCode' in read) return { outcome: { refusal: read }, cors };
  return { outcome: { caller: { environment, kind: 'client', keyId, claims: read.claims } }, cors };
}

/** An environment that lets anybody read what clients may see. A closed one and a missing one are refused alike. */
function withoutKey(
  { store, publicReads }: Gate,
  parameters: URLSearchParams,
  address: string,
  now: number,
): Authenticated['outcome'] {
  const environment = store.find(parameters.get('project') ?? '', parameters.get('environment') ?? '');
  if (!environment && !store.isReady()) return { refusal: REFUSALS.notReady };
  const policy = environment?.ruleset.environments.get(environment.key);
  if (!environment || policy?.publicRead !== true) return { refusal: REFUSALS.keyNeeded };
  if (policy.requireProof === true) return { refusal: REFUSALS.proofNeeded };
  const wait = publicReads.take(address, now);
  if (wait > 0) return { refusal: throttled(wait) };
  return { caller: { environment, kind: 'client', keyId: null, claims: null } };
}

/** Finds who asks in memory: no answer of this kind looks into the database. `now` is epoch milliseconds. */
export function authenticate(
  gate: Gate,
  request: DeliveryRequest,
  matched: Matched,
  parameters: URLSearchParams,
  now: number,
): Authenticated {
  const origin = headerOf(request, 'origin');
  if (hasKeyInQuery(parameters)) {
    return { outcome: { refusal: REFUSALS.keyInQuery }, cors: corsHeaders(origin, null, []) };
  }
  const secret = presentedKey(request, matched);
  const proof = headerOf(request, 'x-flagstaff-subject');
  if (secret !== null) return byKey(gate, { secret, origin, proof, now });
  const isPublic = matched.protocol === 'flags' && matched.rawKey === null && request.method === 'GET';
  const isNamed = parameters.has('project') && parameters.has('environment');
  const outcome =
    isPublic && isNamed
      ? withoutKey(gate, parameters, request.address, now)
      : { refusal: gate.store.isReady() ? REFUSALS.keyNeeded : REFUSALS.notReady };
  return { outcome, cors: corsHeaders(origin, null, []) };
}
