'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useParams, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { toast } from 'sonner';
import { queryKeys } from './query-keys';

const LONG_MS = 10_000;

/** Says that a write waits for approval now, and leads to its change request. */
export function useSaySent(): (number: number) => void {
  const t = useTranslations('requests');
  const { project } = useParams();
  const router = useRouter();
  const client = useQueryClient();
  return useCallback(
    (number) => {
      const key = typeof project === 'string' ? project : '';
      void client.invalidateQueries({ queryKey: queryKeys.requests(key) });
      toast.success(t('sent', { number }), {
        description: t('sentMeans'),
        duration: LONG_MS,
        action: { label: t('look'), onClick: () => router.push(`/p/${key}/change-requests/${number}`) },
      });
      router.refresh();
    },
    [t, project, router, client],
  );
}
