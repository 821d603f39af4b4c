'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { undoChange } from '@/lib/actions/configurations';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { type ConfigurationPlace, useAfterWrite } from './use-after-write';
import { refusalOf, useAction } from './use-action';

/** Takes back the change that made a version; a conflict with a later change is said in a toast. */
export function useUndo(place: ConfigurationPlace) {
  const t = useTranslations('targeting.saved');
  const afterWrite = useAfterWrite(place);
  const { project, flag, environment } = place;
  return useAction<ConfigurationView, number>(
    (version) => undoChange(project, { flag, environment, version, comment: t('undoComment', { version }) }),
    {
      onSuccess: (view) => {
        afterWrite(view);
        toast.success(t('undone'));
      },
      onError: (error) => {
        const refusal = refusalOf(error);
        const description = refusal?.code === 'version_conflict' ? t('undoConflict') : refusal?.message;
        toast.error(t('notUndone'), { description });
      },
    },
  );
}
