import { notFound } from 'next/navigation';
import { cache } from 'react';
import { asServiceError } from '@/lib/services/errors';
import { getFlag } from '@/lib/services/flags/get';
import type { FlagView } from '@/lib/services/flags/types';
import { loadConsole } from '../../load-console';

/** A flag for its pages, read once per request; an unknown one is not found. */
export const loadFlag = cache(async (project: string, key: string): Promise<FlagView> => {
  const { ctx } = await loadConsole(project);
  try {
    return await getFlag(ctx, { key: decodeURIComponent(key) });
  } catch (thrown) {
    const kind = asServiceError(thrown)?.kind;
    if (kind === 'not_found' || kind === 'invalid') notFound();
    throw thrown;
  }
});
