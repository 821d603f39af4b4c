'use client';

import { useAction } from './use-action';
import { webhookActions } from './webhook-actions';

type Save =
  | { kind: 'create'; input: object }
  | { kind: 'update'; input: { id: string; version: number; [field: string]: unknown } };

/** Makes or changes a webhook; resolves to the secret of a new one that signs. */
export function useSaveWebhook(project: string) {
  const { create, update } = webhookActions(project);
  return useAction<string | null, Save>(async ({ kind, input }) => {
    if (kind === 'update') {
      const result = await update(input);
      return result.ok ? { ok: true, data: null } : result;
    }
    const result = await create(input);
    return result.ok ? { ok: true, data: result.data.secret } : result;
  });
}
