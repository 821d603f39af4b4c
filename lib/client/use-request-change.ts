'use client';

import { createChangeRequest } from '@/lib/actions/change-requests';
import type { Instruction } from '@/lib/changes/types';
import type { ChangeRequestView } from '@/lib/services/approvals/types';
import type { ConfigurationPlace } from './use-after-write';
import { useAction } from './use-action';
import { useSaySent } from './use-say-sent';

export interface AskedForApproval {
  title: string;
  comment?: string;
  /** When it is applied, once approved; absent: by hand. */
  applyAt?: string;
  version: number;
  instructions: readonly Instruction[];
}

/** Keeps instructions as a change request instead of saving them, and says which one. */
export function useRequestChange({ project, flag, environment }: ConfigurationPlace) {
  const saySent = useSaySent();
  return useAction<ChangeRequestView, AskedForApproval>(
    ({ version, instructions, ...asked }) =>
      createChangeRequest(project, { ...asked, changes: [{ flag, environment, version, instructions }] }),
    { onSuccess: ({ number }) => saySent(number) },
  );
}
