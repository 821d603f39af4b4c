'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { ActionResult } from '@/lib/actions/action-result';
import { refusalOf, useAction } from './use-action';

/**
 * A write of the settings: says that it was done, unless the page shows it (null), and reads the page again; a refusal
 * is said in a toast.
 */
export function useSettingsAction<V, O>(
  act: (input: V) => Promise<ActionResult<O>>,
  done: (output: O, input: V) => string | null,
) {
  const t = useTranslations('settings');
  const router = useRouter();
  return useAction<O, V>(act, {
    onSuccess: (output, input) => {
      const said = done(output, input);
      if (said !== null) toast.success(said);
      router.refresh();
    },
    onError: (error) => {
      const refusal = refusalOf(error);
      const description = refusal?.issues?.map(({ message }) => message).join(' ');
      toast.error(refusal?.message ?? t('failed'), { description });
    },
  });
}
