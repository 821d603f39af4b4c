'use client';

import { toNestErrors } from '@hookform/resolvers';
import { useCallback } from 'react';
import type { FieldError, FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { issuesOf } from '@/lib/schemas/issues';
import { useIssueText } from './use-issue-text';

/** Checks a form by the schema that its route or action uses too; what is wrong is told in the reader's language. */
export function useSchemaResolver<I extends FieldValues, O>(schema: z.ZodType<O, I>): Resolver<I, unknown, O> {
  const textOf = useIssueText();
  return useCallback(
    async (values, _context, options) => {
      const parsed = await schema.safeParseAsync(values);
      if (parsed.success) return { values: parsed.data, errors: {} };
      const found: Record<string, FieldError> = {};
      for (const issue of issuesOf(parsed.error)) {
        found[issue.path] ??= { type: issue.code, message: textOf(issue) };
      }
      const errors: FieldErrors<I> = toNestErrors(found, options);
      return { values: {}, errors };
    },
    [schema, textOf],
  );
}
