import type { Verdict } from '@/lib/engine/types';
import { type Digest, digestOf } from './etag';

/** A verdict as text, and what it adds to the entity tag. */
export interface Piece {
  text: string;
  digest: Digest;
}
/** `flags`: a member of the bulk answer; `flag`: the fields of a single one; `ofrep…`: an item, which is an answer too. */
export type Form = 'flags' | 'flag' | 'ofrep' | 'ofrepStale';
export type Serialise = (verdict: Verdict, form: Form) => Piece;

/** The fields of an answer of `/api/flags`, without braces. */
export function flagFields({
  value,
  variant,
  reason,
  cause,
  ruleId,
  configVersion,
  errorCode,
  errorDetails,
}: Verdict): string {
  const served = variant === null ? {} : { value, variant };
  return JSON.stringify({ ...served, reason, cause, ruleId, configVersion, errorCode, errorDetails }).slice(1, -1);
}

/**
 * An answer in OFREP's form: `metadata` is the flag's own, and `stale` when it is. Without a value the reason is
 * DISABLED, the one with which the protocol lets a value be absent; `/api/flags` says the true one.
 */
function ofrepText(verdict: Verdict, isStale: boolean): string {
  const { key, value, variant, reason, errorCode, errorDetails } = verdict;
  const own = verdict.metadata && Object.keys(verdict.metadata).length > 0 ? verdict.metadata : undefined;
  const metadata = isStale ? { ...own, stale: true } : own;
  if (errorCode !== undefined) return JSON.stringify({ key, errorCode, errorDetails, metadata });
  if (variant === null) return JSON.stringify({ key, reason: 'DISABLED', metadata });
  return JSON.stringify({ key, value, variant, reason, metadata });
}

function textOf(verdict: Verdict, form: Form): string {
  const name = JSON.stringify(verdict.key);
  if (form === 'flags') return `${name}:{${flagFields(verdict)}}`;
  if (form === 'flag') return `"key":${name},${flagFields(verdict)}`;
  return ofrepText(verdict, form === 'ofrepStale');
}

/** Writes each verdict once: they are frozen, and the same object each time the same part of a flag answers. */
export function createSerialiser(): Serialise {
  const caches: Record<Form, WeakMap<Verdict, Piece>> = {
    flags: new WeakMap(),
    flag: new WeakMap(),
    ofrep: new WeakMap(),
    ofrepStale: new WeakMap(),
  };
  return (verdict, form) => {
    const known = caches[form].get(verdict);
    if (known) return known;
    const text = textOf(verdict, form);
    const piece = { text, digest: digestOf(text) };
    caches[form].set(verdict, piece);
    return piece;
  };
}
