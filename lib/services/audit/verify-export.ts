import { z } from 'zod';
import { serviceError } from '../errors';
import type { Secrets } from '../secrets';
import { type ChainVerdict, createChainVerifier } from './verify-chain';

const optional = z.string().nullable();
const entry = z.object({
  id: z.string(),
  seq: z.int(),
  at: z.coerce.date(),
  actorId: z.string(),
  actorName: z.string(),
  action: z.string(),
  flag: optional,
  environment: optional,
  requestId: z.string(),
  via: z.string(),
  body: z.string(),
  detail: optional,
  salt: optional,
  hash: z.string(),
});
const head = z.object({ chain: z.string(), seq: z.int(), hash: z.string(), mac: z.string() });
const exported = z.object({
  format: z.literal(1),
  chains: z.array(z.object({ chain: z.string(), head: head.nullable(), entries: z.array(entry) })),
});

/** Verifies an exported audit without the database, chain by chain. Throws `invalid` for a file that is not one. */
export function verifyExport(secrets: Secrets, text: string): Record<string, ChainVerdict> {
  const parsed = exported.safeParse(jsonOf(text));
  if (!parsed.success) throw serviceError('invalid', 'not_an_audit_export');
  const verdicts = parsed.data.chains.map(({ chain, head: last, entries }) => {
    const verifier = createChainVerifier(secrets, last, chain);
    for (const each of entries) verifier.add(each);
    return [chain, verifier.finish()] as const;
  });
  return Object.fromEntries(verdicts);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
