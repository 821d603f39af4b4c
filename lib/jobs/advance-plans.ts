import { asServiceError } from '@/lib/services/errors';
import { assertLease } from '@/lib/services/leases/lease';
import { noteAttempt, type Ticked, tickPlan, type TickWork } from '@/lib/services/plans/tick';
import type { Job, JobContext } from './types';

const OFTEN_MS = 10_000;
const BATCH = 100;

interface Found {
  id: string;
  projectId: string;
  authorKind: string;
  authorId: string;
}

/** What goes wrong with one plan stops no other; it is tried again at the next run, and given up after some. */
async function tick(ctx: JobContext, { id, projectId, authorKind, authorId }: Found): Promise<Ticked> {
  const work: TickWork = {
    own: await ctx.inProject(projectId),
    author: await ctx.asAuthor(projectId, { kind: authorKind, id: authorId }),
    assertLease: (tx) => assertLease(tx.db, ctx.lease),
  };
  try {
    return await tickPlan(work, id);
  } catch (thrown) {
    const code = asServiceError(thrown)?.code;
    if (code === 'lease_lost' || code === 'unavailable') throw thrown;
    // It was deleted meanwhile.
    if (code === 'not_found') return 'waited';
    ctx.warn({ err: thrown, plan: id }, 'a plan could not go on');
    const noted = await noteAttempt(work, id, thrown);
    return noted === 'waited' ? 'failed' : noted;
  }
}

/** Moves plans whose time has come, one step each, and looks after the guardrails of those under way. */
export const advancePlans: Job = {
  name: 'advance-plans',
  everyMs: OFTEN_MS,
  async run(ctx) {
    const counts: Partial<Record<Ticked, number>> = {};
    for (let after = ''; ; ) {
      const rows = await ctx.db.plan.findMany({
        where: { status: { in: ['running', 'holding'] }, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true, projectId: true, authorKind: true, authorId: true },
      });
      for (const row of rows) {
        await ctx.keep();
        const ticked = await tick(ctx, row);
        if (ticked !== 'waited') counts[ticked] = (counts[ticked] ?? 0) + 1;
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return counts;
      after = last.id;
    }
  },
};
