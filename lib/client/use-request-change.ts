'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { z } from 'zod';
import { changeConfiguration } from '@/lib/actions/configurations';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ConfigurationPlace } from './use-after-write';
import { useAction } from './use-action';
import type { SaveChange } from './use-save-change';

const waiting = z.object({ changeRequest: z.object({ number: z.number() }) });

/** Keeps instructions as a change request instead of saving them, and says which one. */
export function useRequestChange({ project, flag, environment }: ConfigurationPlace) {
  const t = useTranslations('targeting.review');
  return useAction<number, SaveChange>(
    async (change): Promise<ActionResult<number>> => {
      const result = await changeConfiguration(project, { flag, environment, ...change, request: true });
      if (!result.ok) {
        const kept = waiting.safeParse(result.error.accepted);
        return kept.success ? { ok: true, data: kept.data.changeRequest.number } : result;
      }
      // Nothing differed, so there was nothing to ask for.
      return { ok: true, data: 0 };
    },
    { onSuccess: (number) => void toast.success(number === 0 ? t('unchanged') : t('requested', { number })) },
  );
}
