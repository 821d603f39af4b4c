'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useIssueText } from '@/lib/client/use-issue-text';
import type { ImportProblem } from '@/lib/services/memberships/types';

/** Words what is wrong with a line, with the column it is about. */
export function useProblemText(): (problem: ImportProblem) => string {
  const t = useTranslations('memberships.import');
  const changes = useTranslations('changes.issue');
  const errors = useTranslations('errors');
  const shape = useIssueText();
  return useCallback(
    (problem) => {
      const { path, code, params = {} } = problem;
      const known = (
        [
          [changes, code],
          [errors, code],
        ] as const
      ).find(([words, id]) => words.has(id));
      const text = known ? known[0](code, params) : shape(problem);
      return path === '' ? text : t('column', { column: path, text });
    },
    [t, changes, errors, shape],
  );
}
