'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { TraceMessage } from '@/lib/engine/trace';

/** Words what a step of an explanation says. A variant without a key is the caller's own default. */
export function useTraceWords(): (message: TraceMessage) => string {
  const t = useTranslations('explain');
  return useCallback(
    ({ id, params }) =>
      t(`message.${id}`, { ...params, ...(params.variant === '' && { variant: t('callerDefault') }) }),
    [t],
  );
}
