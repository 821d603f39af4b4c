import type { PrismaClient } from '@/lib/db/generated/client';
import type { Secrets } from '../secrets';
import type { TransactionClient } from '../transaction';
import { type ChainVerdict, createChainVerifier } from './verify-chain';

const PAGE = 500;
const PATIENCE_MS = 120_000;

async function check(db: TransactionClient, secrets: Secrets, chain: string): Promise<ChainVerdict> {
  const verifier = createChainVerifier(secrets, await db.auditHead.findUnique({ where: { chain } }), chain);
  for (let seq: { gt: number } | undefined; ; ) {
    const entries = await db.auditEntry.findMany({ where: { chain, seq }, orderBy: { seq: 'asc' }, take: PAGE });
    for (const entry of entries) verifier.add(entry);
    const last = entries.at(-1);
    if (!last || entries.length < PAGE) return verifier.finish();
    seq = { gt: last.seq };
  }
}

/** Verifies one chain as it stood at one instant, however long it is and whoever writes meanwhile. */
export const checkChain = (db: PrismaClient, secrets: Secrets, chain: string): Promise<ChainVerdict> =>
  db.$transaction((reader) => check(reader, secrets, chain), {
    isolationLevel: 'RepeatableRead',
    timeout: PATIENCE_MS,
    maxWait: PATIENCE_MS,
  });
