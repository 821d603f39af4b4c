'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import * as actions from '@/lib/actions/change-requests';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ChangeRequestView } from '@/lib/services/approvals/types';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

export interface RequestAct {
  comment?: string;
  revision?: number;
  at?: string | null;
}
type Act = (project: string, input: object) => Promise<ActionResult<ChangeRequestView>>;

const ACTS = {
  approve: actions.approveRequest,
  requestChanges: actions.requestChanges,
  reject: actions.rejectRequest,
  comment: actions.commentOnRequest,
  cancel: actions.cancelRequest,
  apply: actions.applyRequest,
  rebase: actions.rebaseRequest,
  revert: actions.revertRequest,
} satisfies Record<string, Act>;
export type RequestActName = keyof typeof ACTS;

/** What can be done with a change request: each says what came of it, and the page is read again. */
export function useRequestAct(project: string, id: string, name: RequestActName) {
  const t = useTranslations('requests.done');
  const router = useRouter();
  const client = useQueryClient();
  return useAction<ChangeRequestView, RequestAct>((input) => ACTS[name](project, { id, ...input }), {
    onSuccess: ({ number }, { at }) => {
      toast.success(
        t(name === 'apply' && at !== undefined ? (at === null ? 'unscheduled' : 'scheduled') : name, { number }),
      );
      void client.invalidateQueries({ queryKey: queryKeys.flags(project) });
    },
    onError: (error) => {
      const refusal = refusalOf(error);
      toast.error(refusal?.message ?? t('failed'), { description: refusal?.issues?.[0]?.message });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.requests(project) });
      router.refresh();
    },
  });
}
