import { ownProperty } from '@/lib/engine/attributes';
import type { EvaluationContext } from '@/lib/engine/types';
import { unitOf } from '@/lib/engine/unit';
import type { Loaded } from './load';
import { REFUSALS, type Refusal } from './refusal';

/** Who and whose a subject is, as the customer's server vouches for it. */
export interface Claims {
  targetingKey: string;
  tenant: string | null;
}
/** Verifies subject proofs with the environment's signing secret, from memory. */
export interface Proofs {
  read(signingSecret: string, proof: string, now: number): { claims: Claims } | { problem: 'invalid' | 'expired' };
}

/** What a client key's header proves, nothing without one, or why it is refused. `now` is epoch milliseconds. */
export function readProof(
  proofs: Proofs,
  { key, ruleset, signingSecret }: Loaded,
  proof: string | undefined,
  now: number,
): { claims: Claims | null } | Refusal {
  if (proof === undefined) {
    return ruleset.environments.get(key)?.requireProof === true ? REFUSALS.proofNeeded : { claims: null };
  }
  if (signingSecret === null) return REFUSALS.notReady;
  const read = proofs.read(signingSecret, proof.trim(), now);
  if ('claims' in read) return read;
  return read.problem === 'expired' ? REFUSALS.proofExpired : REFUSALS.proofInvalid;
}

/** The context with what is proven in it, or null where it says another subject or tenant. */
export function provenContext({ targetingKey, tenant }: Claims, context: EvaluationContext): EvaluationContext | null {
  const said = ownProperty(context, 'targetingKey') ?? null;
  if (said !== null && unitOf(said) !== targetingKey) return null;
  const saidTenant = ownProperty(context, 'tenant') ?? null;
  if (saidTenant !== null && saidTenant !== tenant) return null;
  return { ...context, targetingKey, ...(tenant === null ? {} : { tenant }) };
}
