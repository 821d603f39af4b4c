import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { type BulkOverride, bulkBody, isOfOneTenant } from './bulk-override';
import { adminPath, fetchJson } from './fetch-json';
import { newGroup } from './new-group';
import { type BatchRun, runBatches } from './run-batches';

/** Tenants in one request: small enough that stopping is felt soon. */
export const BATCH = 100;
const PATIENCE_MS = 30_000;

/** What a batch is answered with that has to wait for approval. */
export interface SentOverrides {
  changeRequest: { number: number };
}

export interface SendOptions {
  signal: AbortSignal;
  /** Tenants so far. */
  onDone: (done: number) => void;
}

/** Sets or clears a flag for many tenants, in batches. */
export function sendOverride(
  project: string,
  asked: BulkOverride,
  options: SendOptions,
): Promise<BatchRun<ManyOverridesView | SentOverrides>> {
  const requestGroup = newGroup();
  return runBatches({
    ...options,
    keys: asked.tenants,
    size: BATCH,
    isOfOne: isOfOneTenant,
    send: (tenants) =>
      fetchJson<ManyOverridesView | SentOverrides>(adminPath(project, ['overrides', 'bulk']), {
        body: { ...bulkBody({ ...asked, tenants }), requestGroup },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
  });
}
