'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { MembershipView } from '@/lib/services/memberships/types';
import { membershipActions } from './membership-actions';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

const UNDO_MS = 10_000;

interface MembershipsOf {
  project: string;
  environment: string;
  subject: string;
}
/** What adding one is asked with, beside flag, environment and subject. */
export interface MembershipDraft {
  variant: string;
  startsAt?: string;
  startDate?: string;
  endsAt?: string;
  endDate?: string;
  timezone?: string;
  note?: string;
}
interface Adding extends MembershipDraft {
  flag: string;
  comment?: string;
}
export interface Removing {
  membership: Pick<MembershipView, 'id' | 'flag' | 'version'>;
  comment?: string;
  /** Takes an addition back. */
  isUndo?: boolean;
}

/** Adds and removes a subject's memberships; what was added can be taken back for a while. */
export function useMemberships({ project, environment, subject }: MembershipsOf) {
  const t = useTranslations('people.membership');
  const common = useTranslations('common');
  const client = useQueryClient();
  const actions = membershipActions(project);
  const refresh = (flag: string): Promise<unknown> =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.subjects(project, environment) }),
      client.invalidateQueries({ queryKey: queryKeys.membershipCounts(project, flag, environment) }),
    ]);
  const failed = (error: Error, text: string): void => {
    const refusal = refusalOf(error);
    const description = refusal?.issues?.map(({ message }) => message).join(' ');
    toast.error(refusal?.message ?? text, { description });
  };
  const remove = useAction<void, Removing>(
    ({ membership: { id, flag, version }, comment }) => actions.remove({ flag, environment, id, version, comment }),
    {
      onSuccess: (_done, { isUndo }) => void toast.success(t(isUndo ? 'undone' : 'removed')),
      onError: (error) => failed(error, t('removeFailed')),
      onSettled: (_data, _error, { membership }) => refresh(membership.flag),
    },
  );
  const add = useAction<MembershipView, Adding>((draft) => actions.create({ ...draft, environment, subject }), {
    onSuccess: (membership, { comment }) => {
      const undo = (): void => remove.mutate({ membership, comment, isUndo: true });
      const text = t('done', { subject, flag: membership.flag });
      toast.success(text, { duration: UNDO_MS, action: { label: common('undo'), onClick: undo } });
    },
    onError: (error) => failed(error, t('failed')),
    onSettled: (_data, _error, { flag }) => refresh(flag),
  });
  return { add, remove };
}
