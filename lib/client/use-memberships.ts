'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { TimeWindow } from '@/lib/engine/types';
import type { MembershipView } from '@/lib/services/memberships/types';
import { membershipActions } from './membership-actions';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

const UNDO_MS = 10_000;

/** Whose it is, and what it gives when. */
interface Adding extends TimeWindow {
  flag: string;
  subject?: string;
  tenant?: string;
  /** A boolean flag's true variant unless it is named. */
  variant?: string;
  note?: string;
  comment?: string;
}
interface Updating {
  /** As it was before. */
  membership: MembershipView;
  variant?: string;
  window: TimeWindow;
  /** An empty one takes it away. */
  note: string;
  comment?: string;
  /** Takes a change back. */
  isUndo?: boolean;
}
export interface Removing {
  membership: MembershipView;
  comment?: string;
  /** Takes an addition back. */
  isUndo?: boolean;
}

/** The time of a membership as it is written: days stay days. */
const windowOf = (membership: MembershipView): TimeWindow => {
  const { startsAt, endsAt, startDate, endDate, timezone, recurring } = membership;
  return {
    ...(startDate === null ? { startsAt } : { startDate }),
    ...(endDate === null ? { endsAt } : { endDate }),
    timezone,
    ...(recurring && { recurring }),
  };
};

/** What adding a membership that was removed is asked with. */
function again(removed: MembershipView): Adding {
  const { flag, subject, tenant, variant, note } = removed;
  return {
    flag,
    ...(subject === null ? { tenant: tenant ?? '' } : { subject }),
    ...(variant !== null && { variant }),
    ...windowOf(removed),
    ...(note !== null && { note }),
  };
}

/** Adds, changes and removes memberships of an environment; each can be taken back for a while. */
export function useMemberships({ project, environment }: { project: string; environment: string }) {
  const t = useTranslations('people.membership');
  const common = useTranslations('common');
  const actions = membershipActions(project);
  const refresh = useRefresh(project, environment);
  const failed = (error: Error, text: string): void => {
    const refusal = refusalOf(error);
    const description = refusal?.issues?.map(({ message }) => message).join(' ');
    toast.error(refusal?.message ?? text, { description });
  };
  const remove = useAction<void, Removing>(
    ({ membership: { id, flag, version }, comment }) => actions.remove({ flag, environment, id, version, comment }),
    {
      onSuccess: (_done, { membership, comment, isUndo }) => {
        if (isUndo) return void toast.success(t('undone'));
        const undo = (): void => add.mutate({ ...again(membership), comment });
        toast.success(t('removed'), { duration: UNDO_MS, action: { label: common('undo'), onClick: undo } });
      },
      onError: (error) => failed(error, t('removeFailed')),
      onSettled: (_data, _error, { membership }) => refresh(membership.flag),
    },
  );
  const add = useAction<MembershipView, Adding>((draft) => actions.create({ ...draft, environment }), {
    onSuccess: (membership, { comment }) => {
      const undo = (): void => remove.mutate({ membership, comment, isUndo: true });
      const text = t('done', { subject: membership.subject ?? membership.tenant ?? '', flag: membership.flag });
      toast.success(text, { duration: UNDO_MS, action: { label: common('undo'), onClick: undo } });
    },
    onError: (error) => failed(error, t('failed')),
    onSettled: (_data, _error, { flag }) => refresh(flag),
  });
  const update = useAction<MembershipView, Updating>(
    ({ membership: { id, flag, version }, window, isUndo: _, ...said }) =>
      actions.update({ flag, environment, id, version, ...window, recurring: window.recurring ?? null, ...said }),
    {
      onSuccess: (membership, { membership: before, comment, isUndo }) => {
        if (isUndo) return void toast.success(t('changeUndone'));
        const undo = (): void => {
          const { variant, note } = before;
          const back = { window: windowOf(before), note: note ?? '', ...(variant !== null && { variant }) };
          update.mutate({ membership, ...back, comment, isUndo: true });
        };
        toast.success(t('changed'), { duration: UNDO_MS, action: { label: common('undo'), onClick: undo } });
      },
      onError: (error, { isUndo }) => {
        // The form says what else was saved meanwhile.
        if (isUndo || refusalOf(error)?.code !== 'version_conflict') failed(error, t('changeFailed'));
      },
      onSettled: (_data, _error, { membership }) => refresh(membership.flag),
    },
  );
  return { add, update, remove };
}

/** Reads again what a membership of a flag changes. */
function useRefresh(project: string, environment: string): (flag: string) => Promise<unknown> {
  const client = useQueryClient();
  return (flag) =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.subjects(project, environment) }),
      client.invalidateQueries({ queryKey: queryKeys.flagMemberships(project, flag, environment) }),
      client.invalidateQueries({ queryKey: queryKeys.memberships(project) }),
    ]);
}
