import type { InstallationScope, ServiceContext } from '../context';
import { pruneAttempts } from './prune';
import { WINDOW_MS } from './window';

/** How many failures in 15 minutes are answered. */
export const ATTEMPT_LIMITS = { account: 10, address: 50 } as const;
const PRUNED_EVERY = 500n;

export interface Attempted {
  kind: 'signIn' | 'signUp';
  /** A folded e-mail address. */
  account: string;
  address: string | null;
}
export interface Attempt {
  /** Whether it must be refused, whatever it brings. */
  throttled: boolean;
  /** Notes how it ended; until then it counts as failed. */
  settle(outcome: 'succeeded' | 'failed' | 'throttled', actorId: string | null): Promise<void>;
}

/**
 * Begins an attempt. It is written as failed before the others are counted, so that a thousand at once find each
 * other: of any number of racers no more than the limit are answered.
 */
export async function takeAttempt(
  { db, now, requestId }: ServiceContext<InstallationScope>,
  { kind, account, address }: Attempted,
): Promise<Attempt> {
  const { id } = await db.attempt.create({
    data: { kind, account, address, outcome: 'failed', at: now, requestId },
    select: { id: true },
  });
  const counted = { kind, outcome: 'failed', at: { gt: new Date(now.getTime() - WINDOW_MS) }, id: { not: id } };
  const [ofAccount, ofAddress] = await Promise.all([
    db.attempt.count({ where: { ...counted, account } }),
    address === null ? 0 : db.attempt.count({ where: { ...counted, address } }),
  ]);
  if (id % PRUNED_EVERY === 0n) await pruneAttempts(db, now);
  return {
    throttled: ofAccount >= ATTEMPT_LIMITS.account || ofAddress >= ATTEMPT_LIMITS.address,
    settle: async (outcome, actorId) => {
      await db.attempt.update({ where: { id }, data: { outcome, actorId }, select: { id: true } });
    },
  };
}
