import { cache } from 'react';
import { asServiceError } from '@/lib/services/errors';
import { getPlan } from '@/lib/services/plans/get';
import type { PlanView } from '@/lib/services/plans/types';
import { loadConsole } from '../load-console';

/** The plan of this id, or null where there is none; read once per request. */
export const loadPlan = cache(async (project: string, id: string): Promise<PlanView | null> => {
  const { ctx } = await loadConsole(project);
  return getPlan(ctx, { id: decodeURIComponent(id) }).catch((thrown: unknown) => {
    const kind = asServiceError(thrown)?.kind;
    if (kind === 'not_found' || kind === 'invalid') return null;
    throw thrown;
  });
});
