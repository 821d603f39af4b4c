import type { Step } from '@/lib/schemas/change-request';
import type { HeldWork, InstallationScope, Scope, ServiceContext } from '../context';
import { asServiceError, serviceError } from '../errors';
import { createRequest, stepOf } from './hold';

type Inside = Exclude<Scope, InstallationScope>;

interface Holding {
  comment?: string | undefined;
  /** The caller's name for what belongs together. */
  group?: string | undefined;
  /** What is kept of a batch, where that is not what was sent: a count that will be another by then. */
  keep?: (input: unknown) => unknown;
  /** As in a request's draft. */
  replaces?: (steps: readonly Step[]) => (before: readonly Step[]) => boolean;
}

/** Makes one of the batches; null where it has to wait. */
export type Attempt<S extends Scope> = <O>(batch: (ctx: ServiceContext<S>) => Promise<O>) => Promise<O | null>;

/**
 * For a call that is made of several writes, each in a transaction of its own: those that have to wait for approval
 * become one change request, with which it is answered once all were tried.
 */
export async function holdBatches<S extends Inside, T>(
  ctx: ServiceContext<S>,
  { comment, group, keep = (input) => input, replaces }: Holding,
  work: (attempt: Attempt<S>) => Promise<T>,
): Promise<T> {
  const holding: HeldWork[] = [];
  const attempt: Attempt<S> = async (batch) => {
    try {
      return await batch({ ...ctx, holding });
    } catch (thrown) {
      if (asServiceError(thrown)?.code !== 'approval_pending') throw thrown;
      return null;
    }
  };
  const result = await work(attempt);
  if (holding.length === 0) return result;
  const steps = holding.map((held) => stepOf(ctx, { ...held, input: keep(held.input) }));
  const draft = { title: '', comment, steps, group, ...(replaces && { replaces: replaces(steps) }) };
  const changeRequest = await createRequest(ctx, draft);
  throw serviceError('accepted', 'approval_pending', { accepted: { changeRequest } });
}
