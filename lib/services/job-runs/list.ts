import { z } from 'zod';
import type { InstallationScope, ServiceContext } from '../context';
import { defineRead } from '../define-verb';
import type { JobsView, JobView } from './types';
import { lastOf, type LeaseRow, leaseRowSchema, runningOf, runView } from './view';

const RUNS_SHOWN = 20;
/** Longer than this after it should have run, something is wrong, and not only slow. */
const PATIENCE_MS = 10 * 60_000;

async function leasesOf({ db }: ServiceContext<InstallationScope>): Promise<Map<string, LeaseRow>> {
  const rows = await db.$queryRaw`
    SELECT name, holder, until > clock_timestamp() AS held, run_started_at AS begun, run_started_by AS "begunBy",
      last_started_at AS "lastStartedAt", last_finished_at AS "lastFinishedAt", last_outcome AS "lastOutcome",
      last_started_by AS "lastStartedBy" FROM lease`;
  return new Map(
    z
      .array(leaseRowSchema)
      .parse(rows)
      .map((row) => [row.name, row]),
  );
}

/** What runs on a clock, when each piece ran last and what it did, by name. */
export const listJobs = defineRead<z.ZodObject<Record<string, never>, z.core.$strict>, JobsView, InstallationScope>({
  verbName: 'jobs.list',
  input: z.strictObject({}),
  permission: 'settings.manage',
  run: async (ctx) => {
    const { known = [], ticker = false, cron = false } = ctx.jobs ?? {};
    const leases = await leasesOf(ctx);
    const { createdAt } = await ctx.db.installation.findUniqueOrThrow({ where: { id: 1 } });
    const items = known.map(async ({ name, everyMs }): Promise<JobView> => {
      const runs = await ctx.db.jobRun.findMany({ where: { job: name }, orderBy: { id: 'desc' }, take: RUNS_SHOWN });
      const last = lastOf(leases.get(name));
      const running = runningOf(leases.get(name));
      const since = Date.parse(running?.startedAt ?? last?.startedAt ?? createdAt.toISOString());
      const isOverdue = ctx.now.getTime() - since > Math.max(3 * everyMs, PATIENCE_MS);
      const next = Math.max(ctx.now.getTime(), since + everyMs);
      return {
        name,
        everyMs,
        last,
        running,
        nextAt: ticker ? new Date(next).toISOString() : null,
        overdue: isOverdue && running?.died !== false,
        runs: runs.map(runView),
      };
    });
    return { ticker, cron, items: (await Promise.all(items)).sort((a, b) => (a.name < b.name ? -1 : 1)) };
  },
});
