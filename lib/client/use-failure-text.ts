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
      // The answer does not carry what a text with parameters needs; its own sentence has them filled in.
      const isPlain = t.has(code) && !String(t.raw(code)).includes('{');
      return isPlain ? t(code) : message || t('internal');
    },
    [t, common],
  );
}
