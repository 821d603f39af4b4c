'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createApiKey } from '@/lib/actions/keys';
import type { CreatedApiKeyView } from '@/lib/services/keys/types';
import { queryKeys } from './query-keys';
import { useAction } from './use-action';

export interface NewClientKey {
  name: string;
  environment: string;
}

/** Makes a client key; its text is in the answer, this once. */
export function useCreateClientKey(project: string) {
  const client = useQueryClient();
  return useAction<CreatedApiKeyView, NewClientKey>(async (key) => createApiKey(project, { kind: 'client', ...key }), {
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.keys(project) }),
  });
}
