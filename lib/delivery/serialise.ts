import type { Verdict } from '@/lib/engine/types';
import { type Digest, digestOf } from './etag';

/** A verdict as text, and what it adds to the entity tag. */
export interface Piece {
  text: string;
  digest: Digest;
}
/** `flags`: a member of the bulk answer; `flag`: the fields of a single one; `ofrep…`: an item, which is an answer too. */
export type Form = 'flags' | 'flag' | 'ofrep' | 'ofrepStale';
/** `isBare`: the stored profile that the flag reads could not be had, which the answer says. */
export type Serialise = (verdict: Verdict, form: Form, isBare?: boolean) => Piece;

const BARE = { profile: 'unavailable' } as const;

/** The fields of an answer of `/api/flags`, without braces. */
export function flagFields(verdict: Verdict, isBare = false): string {
  const { value, variant, reason, cause, ruleId, configVersion, errorCode, errorDetails } = verdict;
  const served = variant === null ? {} : { value, variant };
  const metadata = isBare ? BARE : undefined;
  const fields = { ...served, reason, cause, ruleId, configVersion, errorCode, errorDetails, metadata };
  return JSON.stringify(fields).slice(1, -1);
}

/**
 * An answer in OFREP's form: `metadata` is the flag's own, and `stale` or `profile` when there is reason to. Without a value the reason is
 * DISABLED, the one with which the protocol lets a value be absent; `/api/flags` says the true one.
 */
function ofrepText(verdict: Verdict, isStale: boolean, isBare: boolean): string {
  const { key, value, variant, reason, errorCode, errorDetails } = verdict;
  const own = { ...verdict.metadata, ...(isStale ? { stale: true } : {}), ...(isBare ? BARE : {}) };
  const metadata = Object.keys(own).length > 0 ? own : undefined;
  if (errorCode !== undefined) return JSON.stringify({ key, errorCode, errorDetails, metadata });
  if (variant === null) return JSON.stringify({ key, reason: 'DISABLED', metadata });
  return JSON.stringify({ key, value, variant, reason, metadata });
}

function textOf(verdict: Verdict, form: Form, isBare: boolean): string {
  const name = JSON.stringify(verdict.key);
  if (form === 'flags') return `${name}:{${flagFields(verdict, isBare)}}`;
  if (form === 'flag') return `"key":${name},${flagFields(verdict, isBare)}`;
  return ofrepText(verdict, form === 'ofrepStale', isBare);
}

const createCaches = (): Record<Form, WeakMap<Verdict, Piece>> => ({
  flags: new WeakMap(),
  flag: new WeakMap(),
  ofrep: new WeakMap(),
  ofrepStale: new WeakMap(),
});

/** Writes each verdict once: they are frozen, and the same object each time the same part of a flag answers. */
export function createSerialiser(): Serialise {
  const [whole, bare] = [createCaches(), createCaches()];
  return (verdict, form, isBare = false) => {
    const cache = (isBare ? bare : whole)[form];
    const known = cache.get(verdict);
    if (known) return known;
    const text = textOf(verdict, form, isBare);
    const piece = { text, digest: digestOf(text) };
    cache.set(verdict, piece);
    return piece;
  };
}
