'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { queryKeys } from './query-keys';
import { scheduleActions } from './schedule-actions';
import { refusalOf, useAction } from './use-action';

type Which = Pick<ScheduleView, 'id' | 'version'>;

/** Makes, changes, runs and cancels schedules; says what came of it, and reads again what that changes. */
export function useScheduleActs(project: string) {
  const t = useTranslations('schedules.act');
  const client = useQueryClient();
  const router = useRouter();
  const actions = scheduleActions(project);
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: queryKeys.schedules(project) });
    await client.invalidateQueries({ queryKey: queryKeys.flags(project) });
    router.refresh();
  };
  const failed = (error: Error): void => {
    const refusal = refusalOf(error);
    // It was sent for approval: that is said where all such answers are.
    if (refusal?.code === 'approval_pending') return;
    toast.error(refusal?.message ?? t('failed'), { description: refusal?.issues?.[0]?.message });
  };
  const said = (text: string) => ({ onSuccess: () => void toast.success(text), onError: failed, onSettled: refresh });
  return {
    create: useAction<ScheduleView, object>((draft) => actions.create(draft), said(t('created'))),
    update: useAction<ScheduleView, Which & object>((patch) => actions.update(patch), said(t('updated'))),
    pause: useAction<ScheduleView, Which>(
      ({ id, version }) => actions.update({ id, version, enabled: false }),
      said(t('paused')),
    ),
    resume: useAction<ScheduleView, Which & object>(
      (patch) => actions.update({ ...patch, enabled: true }),
      said(t('resumed')),
    ),
    run: useAction<ScheduleView, Which & { comment?: string }>((asked) => actions.run(asked), said(t('ran'))),
    cancel: useAction<void, Which>(({ id, version }) => actions.cancel({ id, version }), said(t('cancelled'))),
  };
}
