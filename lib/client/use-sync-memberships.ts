'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { SyncReport } from '@/lib/services/memberships/types';
import { membershipActions } from './membership-actions';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

/** Brings the groups of an environment, or of one flag in it, up to date. */
export function useSyncMemberships(project: string) {
  const t = useTranslations('memberships.sync');
  const client = useQueryClient();
  return useAction<SyncReport, { environment: string; flag?: string }>(
    (input) => membershipActions(project).sync(input),
    {
      onError: (error) => void toast.error(refusalOf(error)?.message ?? t('failed')),
      onSettled: () => client.invalidateQueries({ queryKey: queryKeys.memberships(project) }),
    },
  );
}
