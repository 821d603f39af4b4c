import type { Scope, ServiceContext } from '../context';
import { projectIdOf } from '../scopes';
import { pruneAttempts } from './prune';

/** How often the log is pruned: once in so many rows. */
const PRUNED_EVERY = 500n;

/** Notes a refused attempt. It must never turn a refusal into another error, so a failing log is let go. */
export async function recordRefusal(ctx: ServiceContext<Scope>, action: string): Promise<void> {
  const projectId = projectIdOf(ctx.scope);
  try {
    const { id } = await ctx.db.attempt.create({
      data: {
        at: ctx.now,
        kind: 'refused',
        outcome: 'forbidden',
        action,
        projectId,
        actorId: ctx.actor.id,
        requestId: ctx.requestId,
      },
      select: { id: true },
    });
    if (id % PRUNED_EVERY === 0n) await pruneAttempts(ctx.db, ctx.now);
  } catch {
    return;
  }
}
