import { type Claimed, claimDeliveries } from '@/lib/services/webhooks/claim';
import { fanOut, forgetEvents, projectsWithEvents } from '@/lib/services/webhooks/fan-out';
import { sendMessage } from '@/lib/services/webhooks/send';
import { endOf, endWebhook, type Settled, settleDelivery } from '@/lib/services/webhooks/settle';
import { outboundOf } from '@/lib/services/webhooks/with-address';
import type { ServiceContext } from '@/lib/services/context';
import type { Job, JobContext } from './types';

/** Batches of one project and rounds of one run: the rest is for the next, two seconds later. */
const MOST_BATCHES = 20;
const MOST_ROUNDS = 10;

/** Events become deliveries. Answers how many deliveries were made. */
async function fanOutAll(ctx: JobContext): Promise<number> {
  let made = 0;
  for (const projectId of await projectsWithEvents(ctx.db)) {
    const isThere = (await ctx.db.project.count({ where: { id: projectId } })) > 0;
    if (!isThere) {
      await forgetEvents(ctx.db, projectId, ctx.now);
      continue;
    }
    const own = await ctx.inProject(projectId);
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const { events, deliveries } = await fanOut(own, ctx.lease);
      made += deliveries;
      if (events === 0) break;
      await ctx.keep();
    }
  }
  return made;
}

/** A context is made of several queries: once for each project of a run. */
function contexts(ctx: JobContext): (projectId: string) => Promise<ServiceContext> {
  const made = new Map<string, Promise<ServiceContext>>();
  return (projectId) => {
    const found = made.get(projectId) ?? ctx.inProject(projectId);
    made.set(projectId, found);
    return found;
  };
}

async function attempt(ctx: JobContext, own: ServiceContext, claimed: Claimed): Promise<Settled> {
  const { delivery, hook } = claimed;
  const sent = await sendMessage({ outbound: outboundOf(own), secrets: own.secrets }, hook, delivery, ctx.now);
  const settled = await settleDelivery(ctx.db, claimed, sent, ctx.now);
  const end = endOf(claimed, sent, ctx.now);
  if (end && (await endWebhook(own, ctx.lease, hook.id, end))) {
    ctx.warn({ webhook: hook.id, reason: end }, 'a webhook was turned off');
  }
  return settled;
}

/**
 * Tells webhooks what happened: each event once for each that wants it, sent until it is received or a day has passed.
 * `random` spreads the attempts.
 */
export const createDeliverWebhooks = (random: () => number): Job => ({
  name: 'deliver-webhooks',
  everyMs: 2_000,
  async run(ctx) {
    const report = { made: await fanOutAll(ctx), delivered: 0, retrying: 0, failed: 0 };
    const { now, lease } = ctx;
    const inProject = contexts(ctx);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const hook = await ctx.db.webhook.findFirst({ where: { enabled: true } });
      if (!hook) break;
      const { secrets } = await inProject(hook.projectId);
      const claimed = await claimDeliveries(ctx.db, { lease, now, random, secrets });
      if (claimed.length === 0) break;
      const settled = await Promise.all(
        claimed.map(async (each) => attempt(ctx, await inProject(each.hook.projectId), each)),
      );
      for (const outcome of settled) report[outcome] += 1;
      await ctx.keep();
    }
    return report;
  },
});

export const deliverWebhooks = createDeliverWebhooks(Math.random);
