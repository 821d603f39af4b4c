'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
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
  /** Told what was sent, and how to empty the form again. */
  onDone: (sent: O, reset: () => void) => void,
) {
  const form = useForm<I, unknown, O>({ resolver: useSchemaResolver(schema), defaultValues });
  const showIssues = useShowIssues(form);
  const router = useRouter();
  const t = useTranslations('common');
  const submit = form.handleSubmit(async (values) => {
    const result = await act(values).catch(() => null);
    if (result?.ok) return onDone(values, () => form.reset(defaultValues));
    if (!result) return form.setError('root', { message: t('lost') });
    showIssues(result.error);
    // What somebody else changed is read again, so that a form opened anew begins with it.
    if (result.error.code === 'version_conflict') router.refresh();
  });
  // What succeeded is followed by another page: the button stays busy until it is there.
  const isBusy = form.formState.isSubmitting || form.formState.isSubmitSuccessful;
  return { form, submit, isBusy };
}
