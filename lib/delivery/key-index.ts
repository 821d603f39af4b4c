import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKeyBody } from '@/lib/engine/types';

export interface KnownKey {
  id: string;
  environmentId: string;
  body: ApiKeyBody;
  hash: Buffer;
}
export interface KeyIndex {
  /** The key that a presented secret is, whether or not it has expired. */
  find(secret: string): KnownKey | null;
}
interface KeysOfEnvironment {
  id: string;
  keys: ReadonlyMap<string, ApiKeyBody>;
}

const PREFIX = 4;

/** Finds keys by what their secret hashes to, in memory: wrong ones are refused without the database, in an outage too. */
export function createKeyIndex(environments: Iterable<KeysOfEnvironment>): KeyIndex {
  const byPrefix = new Map<string, KnownKey[]>();
  for (const { id: environmentId, keys } of environments) {
    for (const [id, body] of keys) {
      const hash = Buffer.from(body.hash, 'hex');
      const prefix = hash.toString('hex', 0, PREFIX);
      byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), { id, environmentId, body, hash }]);
    }
  }
  return {
    find(secret) {
      const hash = createHash('sha256').update(secret).digest();
      const candidates = byPrefix.get(hash.toString('hex', 0, PREFIX)) ?? [];
      return candidates.find((key) => key.hash.length === hash.length && timingSafeEqual(key.hash, hash)) ?? null;
    },
  };
}
