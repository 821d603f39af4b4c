'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Why a schedule stopped, or a run did nothing, in the reader's language. */
export function useReasonText(): (code: string) => string {
  const t = useTranslations('schedules.reason');
  const errors = useTranslations('errors');
  return useCallback((code) => (t.has(code) ? t(code) : errors.has(code) ? errors(code) : code), [t, errors]);
}
