'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

export interface WordedIssue {
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

/** Words what is wrong with an input in the reader's language; a code without a sentence keeps the one it came with. */
export function useIssueText(): (issue: WordedIssue) => string {
  const t = useTranslations('changes.shape');
  const common = useTranslations('errors');
  return useCallback(
    ({ code, message, params = {} }) => {
      if (code === 'too_small_text' && params.limit === 1) return common('field_required');
      return t.has(code) ? t(code, params) : message;
    },
    [t, common],
  );
}
