import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who a proof is about, as the customer's server vouches for it. */
export interface SubjectClaims {
  targetingKey: string;
  /** Null: of no tenant. */
  tenant: string | null;
  /** Seconds since 1970; a proof holds before this instant. */
  expiresAt: number;
}
export type ReadProof = { claims: SubjectClaims } | { problem: 'invalid' | 'expired' };

const MOST_CHARACTERS = 4_096;
const FORM = /^([\w-]{1,4000})\.([\w-]{43})$/;

const macOf = (secret: string, payload: string): Buffer =>
  createHmac('sha256', secret).update(`subject.${payload}`).digest();

/**
 * Makes the value of the header `X-Flagstaff-Subject`: base64url of the claims as JSON, a dot, and base64url of
 * HMAC-SHA-256 over `subject.` and the first part, keyed by the environment's signing secret.
 */
export function makeSubjectProof(secret: string, claims: SubjectClaims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${macOf(secret, payload).toString('base64url')}`;
}

/**
 * What a proof says, if it was made with this environment's secret and holds at `now` (epoch milliseconds). The
 * comparison takes the same time wherever the first difference is. Never throws.
 */
export function readSubjectProof(secret: string, proof: string, now: number): ReadProof {
  const [, payload, mac] = proof.length > MOST_CHARACTERS ? [] : (FORM.exec(proof) ?? []);
  if (payload === undefined || mac === undefined) return { problem: 'invalid' };
  const expected = macOf(secret, payload);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { problem: 'invalid' };
  const claims = claimsOf(Buffer.from(payload, 'base64url').toString('utf8'));
  if (claims === null) return { problem: 'invalid' };
  return claims.expiresAt * 1_000 > now ? { claims } : { problem: 'expired' };
}

/** Read only once the signature holds; a server that signs nonsense proves nothing. */
function claimsOf(text: string): SubjectClaims | null {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null) return null;
  const { targetingKey, tenant = null, expiresAt }: { [name in keyof SubjectClaims]?: unknown } = said;
  if (typeof targetingKey !== 'string' || targetingKey === '' || typeof expiresAt !== 'number') return null;
  if (tenant !== null && (typeof tenant !== 'string' || tenant === '')) return null;
  return Number.isFinite(expiresAt) ? { targetingKey, tenant, expiresAt } : null;
}
