'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { archiveFlag, removeFlag, restoreFlag } from '@/lib/actions/flags';
import type { FlagView } from '@/lib/services/flags/types';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

interface Subject {
  key: string;
  comment?: string;
}

/** Archiving, restoring and deleting, with what follows on the screen. Archiving can be undone from its toast. */
export function useFlagLifecycle(project: string) {
  const t = useTranslations('flags');
  const client = useQueryClient();
  const router = useRouter();
  const refresh = async (): Promise<void> => {
    // What the server rendered of the flag's pages is old too.
    router.refresh();
    await client.invalidateQueries({ queryKey: queryKeys.flags(project) });
  };
  const onError = (error: Error): void => {
    const refusal = refusalOf(error);
    const details = refusal?.issues?.map(({ message }) => message).join(' ');
    toast.error(refusal?.message ?? t('toast.failed'), { description: details });
  };
  const restore = useAction<FlagView, Subject>(async (input) => restoreFlag(project, input), {
    onError,
    onSuccess: (_view, { key }) => {
      toast.success(t('toast.restored', { flag: key }));
      void refresh();
    },
  });
  const archive = useAction<FlagView, Subject>(async (input) => archiveFlag(project, input), {
    onError,
    onSuccess: (_view, { key, comment }) => {
      toast.success(t('toast.archived', { flag: key }), {
        duration: 10_000,
        action: { label: t('toast.undo'), onClick: () => restore.mutate({ key, comment }) },
      });
      void refresh();
    },
  });
  const remove = useAction<void, Subject & { version: number }>(async (input) => removeFlag(project, input), {
    onError,
    onSuccess: (_nothing, { key }) => {
      toast.success(t('toast.deleted', { flag: key }));
      client.removeQueries({ queryKey: queryKeys.flag(project, key) });
      void client.invalidateQueries({ queryKey: queryKeys.flagLists(project) });
    },
  });
  return { archive, restore, remove };
}
