'use client';

import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useShowIssues } from './use-show-issues';
import { useSchemaResolver } from './use-schema-resolver';
import type { ActionResult } from '@/lib/actions/action-result';

/** A form that a server action takes: checked by its schema, and what the server refuses is shown beside its field. */
export function useActionForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  defaultValues: DefaultValues<I>,
  act: (input: O) => Promise<ActionResult<unknown>>,
  onDone: () => void,
) {
  const form = useForm<I, unknown, O>({ resolver: useSchemaResolver(schema), defaultValues });
  const showIssues = useShowIssues(form);
  const submit = form.handleSubmit(async (values) => {
    const result = await act(values);
    if (result.ok) onDone();
    else showIssues(result.error);
  });
  // What succeeded is followed by another page: the button stays busy until it is there.
  const isBusy = form.formState.isSubmitting || form.formState.isSubmitSuccessful;
  return { form, submit, isBusy };
}
