import type { PrismaClient } from '@/lib/db/generated/client';
import type { ServiceContext } from '../context';
import { assertLease, type Lease } from '../leases/lease';
import { transaction } from '../transaction';
import { MOST_ATTEMPTS } from './back-off';
import type { Claimed } from './claim';
import { disableWebhook } from './disable';
import type { Sent } from './outbound';

const GONE = 410;
/** A webhook that nothing reached for so long is turned off. */
const FAILING_MS = 5 * 86_400_000;

export type Settled = 'delivered' | 'retrying' | 'failed';

const outcomeOf = ({ attempts }: Claimed, { error, status }: Sent): Settled => {
  if (error === null) return 'delivered';
  return status === GONE || attempts >= MOST_ATTEMPTS ? 'failed' : 'retrying';
};

/**
 * Notes what came of an attempt. Only of this one: if another was begun meanwhile, or somebody asked for it anew, that
 * one will say. No lease is asked for, as what was delivered was delivered.
 */
export async function settleDelivery(db: PrismaClient, claimed: Claimed, sent: Sent, now: Date): Promise<Settled> {
  const outcome = outcomeOf(claimed, sent);
  const { delivery, attempts, hook } = claimed;
  await db.$transaction(async (tx) => {
    await tx.webhookDelivery.updateMany({
      where: { id: delivery.id, attempts, status: 'waiting' },
      data: {
        answer: sent.status,
        error: sent.error,
        response: sent.response,
        took: sent.took,
        ...(outcome !== 'retrying' && { status: outcome, nextAt: null }),
      },
    });
    const failing = outcome === 'delivered' ? null : now;
    const isNew = failing === null ? { failingSince: { not: null } } : { failingSince: null };
    await tx.webhook.updateMany({ where: { id: hook.id, ...isNew }, data: { failingSince: failing } });
  });
  return outcome;
}

/** Why a webhook should be turned off after an attempt, or null. */
export function endOf({ hook }: Claimed, { status, error }: Sent, now: Date): 'gone' | 'failing' | null {
  if (error === null) return null;
  if (status === GONE) return 'gone';
  const since = hook.failingSince;
  return since !== null && now.getTime() - since.getTime() >= FAILING_MS ? 'failing' : null;
}

/** Turns a webhook off for it, under the lease. */
export const endWebhook = (ctx: ServiceContext, lease: Lease, id: string, reason: 'gone' | 'failing') =>
  transaction(ctx, {}, async (tx) => {
    await assertLease(tx.db, lease);
    return disableWebhook(tx, id, reason);
  });
