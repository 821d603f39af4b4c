import type { Scope, ServiceContext } from '../context';

/** Rows kept of the refused attempts; the oldest go first. */
const KEPT = 10_000;

/** Notes a refused attempt. It must never turn a refusal into another error, so a failing log is let go. */
export async function recordRefusal(ctx: ServiceContext<Scope>, action: string): Promise<void> {
  const projectId = ctx.scope.kind === 'project' ? ctx.scope.projectId : null;
  try {
    const { id } = await ctx.db.attempt.create({
      data: {
        at: ctx.now, kind: 'refused', outcome: 'forbidden', action, projectId,
        actorId: ctx.actor.id, requestId: ctx.requestId,
      },
      select: { id: true },
    });
    if (id % 500n === 0n) await ctx.db.attempt.deleteMany({ where: { id: { lt: id - BigInt(KEPT) } } });
  } catch {
    return;
  }
}
