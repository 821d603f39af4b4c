'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { FetchError } from './fetch-json';

/** Words why a request to our own API failed, in the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return useCallback(
    (error) => {
      if (!(error instanceof FetchError)) return common('lost');
      const { code, message } = error.answer;
      return t.has(code) ? t(code) : message || t('internal');
    },
    [t, common],
  );
}
