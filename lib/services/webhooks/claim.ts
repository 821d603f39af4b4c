import { z } from 'zod';
import type { PrismaClient } from '@/lib/db/generated/client';
import { assertLease, type Lease } from '../leases/lease';
import type { Secrets } from '../secrets';
import { backOff } from './back-off';
import type { DeliveryRow, WebhookRow } from './view';

/** At once to one host, and to all. */
const PER_HOST = 4;
const AT_ONCE = 32;
/** Of one that fails, one attempt tells enough. */
const OF_FAILING = 1;

/** A delivery that is about to be attempted. `attempts` counts this one, and fences what is noted of it. */
export interface Claimed {
  delivery: DeliveryRow;
  hook: WebhookRow;
  attempts: number;
}

interface Claiming {
  lease: Lease;
  now: Date;
  random: () => number;
  secrets: Secrets;
}

const ids = z.array(z.object({ id: z.string(), webhook_id: z.string() }));

function hostOf(secrets: Secrets, { id, url }: WebhookRow): string {
  try {
    return new URL(secrets.decrypt(url)).host;
  } catch {
    // Its key is gone, which the attempt will say.
    return id;
  }
}

/**
 * Takes what is due, a few for each host. Attempts are counted and the next one is set before anything is sent: if
 * this process dies in between, it is sent once more.
 */
export async function claimDeliveries(db: PrismaClient, { lease, now, random, secrets }: Claiming): Promise<Claimed[]> {
  const due = ids.parse(
    await db.$queryRaw`
      SELECT d.id, d.webhook_id FROM webhook AS w CROSS JOIN LATERAL (
        SELECT id, webhook_id, next_at FROM webhook_delivery
        WHERE webhook_id = w.id AND status = 'waiting' AND next_at <= ${now}
        ORDER BY next_at, id LIMIT CASE WHEN w.failing_since IS NULL THEN ${PER_HOST}::int ELSE ${OF_FAILING}::int END
      ) AS d WHERE w.enabled ORDER BY d.next_at, d.id LIMIT 500`,
  );
  if (due.length === 0) return [];
  const hooks = await db.webhook.findMany({ where: { id: { in: due.map((each) => each.webhook_id) } } });
  const byHost = new Map<string, number>();
  const chosen = due
    .filter(({ webhook_id: id }) => {
      const hook = hooks.find((each) => each.id === id);
      const host = hook ? hostOf(secrets, hook) : id;
      byHost.set(host, (byHost.get(host) ?? 0) + 1);
      return (byHost.get(host) ?? 0) <= PER_HOST;
    })
    .slice(0, AT_ONCE)
    .map(({ id }) => id);
  return db.$transaction(async (tx) => {
    await assertLease(tx, lease);
    const rows = await tx.webhookDelivery.findMany({
      where: { id: { in: chosen }, status: 'waiting' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const claimed: Claimed[] = [];
    for (const delivery of rows) {
      const hook = hooks.find(({ id }) => id === delivery.webhookId);
      if (!hook) continue;
      const attempts = delivery.attempts + 1;
      const nextAt = new Date(now.getTime() + backOff(attempts, random()));
      await tx.webhookDelivery.update({
        where: { id: delivery.id },
        data: { attempts, nextAt, attemptedAt: now },
      });
      claimed.push({ delivery, hook, attempts });
    }
    return claimed;
  });
}
