'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { updateFlag } from '@/lib/actions/flags';
import type { FlagView } from '@/lib/services/flags/types';
import { queryKeys } from './query-keys';
import { useAction } from './use-action';

export interface FlagUpdate {
  key: string;
  /** What the patch was made on. */
  version: number;
  /** The changed fields of `PATCH /flags/{key}`. */
  patch: object;
  comment?: string;
}

/** Changes what a flag is; its pages and the lists are read again. */
export function useUpdateFlag(project: string) {
  const client = useQueryClient();
  const router = useRouter();
  return useAction<FlagView, FlagUpdate>(
    async ({ key, version, patch, comment }) => updateFlag(project, { ...patch, key, version, comment }),
    {
      onSuccess: (view) => {
        client.setQueryData(queryKeys.flag(project, view.key), view);
        void client.invalidateQueries({ queryKey: queryKeys.flagLists(project) });
        router.refresh();
      },
    },
  );
}
