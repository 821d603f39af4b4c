'use client';

import type { DeliveryView } from '@/lib/services/webhooks/types';
import { queryKeys } from './query-keys';
import { usePages } from './use-pages';

/** The log of a webhook, newest first. */
export const useDeliveries = (project: string, webhook: string) =>
  usePages<DeliveryView>({
    project,
    queryKey: queryKeys.deliveries(project, webhook),
    segments: ['webhooks', webhook, 'deliveries'],
    query: {},
  });
