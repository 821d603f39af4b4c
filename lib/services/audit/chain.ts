import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Secrets } from '../secrets';

/** The hashed part of an audit entry, stored as canonical JSON text. */
export const auditBodySchema = z.object({
  v: z.literal(1),
  id: z.string(),
  chain: z.string(),
  seq: z.number().int(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  action: z.string(),
  flag: z.string().nullable(),
  environment: z.string().nullable(),
  requestId: z.string(),
  via: z.string(),
  comment: z.string().nullable(),
  detail: z.string(),
});
export type AuditBody = z.infer<typeof auditBodySchema>;

/** The chain of what concerns no project: users, roles, sign-up. */
export const INSTALLATION_CHAIN = 'installation';

/** What the chain covers of before and after: a salted digest, so that erasing them leaves the chain whole. */
export const digestDetail = (salt: string, detail: string): string =>
  createHash('sha256').update(`${salt}\n${detail}`).digest('hex');

const keyed = (secrets: Secrets, text: string, keyId?: string): string => {
  const made = secrets.auditMac(text, keyId);
  return `${made.keyId}:${made.mac}`;
};
const keyIdOf = (stored: string): string => stored.slice(0, Math.max(0, stored.lastIndexOf(':')));

/** `<key id>:<hex>`, over the previous entry's hash and this entry's bytes. */
export const entryHash = (secrets: Secrets, previous: string, body: string, keyId?: string): string =>
  keyed(secrets, `entry\n${previous}\n${body}`, keyId);

/** `<key id>:<hex>`, over what the chain's newest entry is: without it the newest entries could be cut off. */
export const headMac = (secrets: Secrets, chain: string, seq: number, hash: string, keyId?: string): string =>
  keyed(secrets, `head\n${chain}\n${seq}\n${hash}`, keyId);

/** Recomputes a stored `<key id>:<hex>` under the key it names and compares in constant time. */
export function isGenuine(stored: string, recompute: (keyId: string) => string): boolean {
  let expected: string;
  try {
    expected = recompute(keyIdOf(stored));
  } catch {
    return false;
  }
  const a = Buffer.from(stored);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
