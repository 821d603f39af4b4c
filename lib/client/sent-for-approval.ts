import { z } from 'zod';
import type { ActionError } from '@/lib/actions/action-result';

const accepted = z.object({ changeRequest: z.object({ number: z.int() }) });

/** The number of the change request that a write became instead of being done; null for any other refusal. */
export function sentForApproval(refusal: ActionError | null): number | null {
  if (refusal?.code !== 'approval_pending') return null;
  return accepted.safeParse(refusal.accepted).data?.changeRequest.number ?? null;
}
