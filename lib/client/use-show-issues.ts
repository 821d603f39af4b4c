'use client';

import { useCallback } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { ActionError } from '@/lib/actions/action-result';
import { useIssueText } from './use-issue-text';

/** Puts what a server refused beside the fields it names, and the rest above the form, as `root`. */
export function useShowIssues<V extends FieldValues, C, O>(
  form: Pick<UseFormReturn<V, C, O>, 'setError' | 'getValues'>,
) {
  const textOf = useIssueText();
  return useCallback(
    (error: ActionError) => {
      const names = Object.keys(form.getValues());
      const isOwn = (path: string): path is FieldPath<V> => names.includes(path.split('.')[0] ?? '');
      let placed = 0;
      for (const issue of error.issues ?? []) {
        if (!isOwn(issue.path)) continue;
        form.setError(issue.path, { type: issue.code, message: textOf(issue) }, { shouldFocus: placed === 0 });
        placed += 1;
      }
      if (placed === 0) form.setError('root', { type: error.code, message: error.message });
    },
    [form, textOf],
  );
}
