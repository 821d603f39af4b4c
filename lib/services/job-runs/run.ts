import { z } from 'zod';
import { authorize } from '../authorize';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { asServiceError, serviceError } from '../errors';
import { transaction } from '../transaction';
import type { JobRunAnswer } from './types';

const inputSchema = z.strictObject({ job: z.string() });

async function answerOf(ctx: ServiceContext<InstallationScope>, job: string): Promise<JobRunAnswer> {
  try {
    const ran = await ctx.jobs?.run(job);
    if (!ran) throw serviceError('unavailable');
    return { job, outcome: ran.outcome, report: ran.report ?? {}, error: null };
  } catch (thrown) {
    const known = asServiceError(thrown);
    if (known?.kind === 'not_found' || known?.kind === 'unavailable') throw thrown;
    return { job, outcome: 'failed', report: {}, error: known?.code ?? 'internal' };
  }
}

async function run(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<JobRunAnswer> {
  authorize(ctx, 'settings.manage', []);
  const { job } = parseInput(inputSchema, raw);
  const answer = await answerOf(ctx, job);
  await transaction(ctx, { installation: true }, async (tx) => tx.audit({ action: 'job.run', after: answer }));
  return answer;
}

/** Runs a job once, now, and says what it did. Its own effects are transactions of their own. */
export const runJobNow: Verb<typeof inputSchema, JobRunAnswer, InstallationScope> = Object.assign(
  (ctx: ServiceContext<InstallationScope>, raw: unknown) => refusing(ctx, 'jobs.run', () => run(ctx, raw)),
  { verbName: 'jobs.run', input: inputSchema, permission: 'settings.manage' as const, kind: 'write' as const },
);
