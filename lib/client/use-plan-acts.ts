'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { PlanView } from '@/lib/services/plans/types';
import { planActions } from './plan-actions';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

export type PlanWrite = 'start' | 'pause' | 'resume' | 'advance' | 'rollback';

export interface AskedAct {
  act: PlanWrite;
  comment?: string;
  /** `advance`: the step it is at, and whether gates that are not met are passed. */
  step?: number;
  force?: boolean;
}

/** What is done to a plan that is there: each is said in a toast, and shown everywhere. */
export function usePlanActs(project: string, plan: Pick<PlanView, 'id' | 'name' | 'flag'>) {
  const t = useTranslations('plans');
  const client = useQueryClient();
  const router = useRouter();
  const actions = planActions(project);
  const { id, name } = plan;
  const readAgain = (): void => {
    void client.invalidateQueries({ queryKey: queryKeys.plans(project) });
    void client.invalidateQueries({ queryKey: queryKeys.flags(project) });
    router.refresh();
  };
  const failed = (error: Error): void => {
    const refusal = refusalOf(error);
    const description = refusal?.issues?.map(({ message }) => message).join(' ');
    toast.error(refusal?.message ?? t('failed'), { description });
    readAgain();
  };
  const act = useAction<PlanView, AskedAct>(({ act: asked, ...said }) => actions[asked]({ id, ...said }), {
    onSuccess: (view, asked) => {
      client.setQueryData(queryKeys.plan(project, id), view);
      toast.success(t(`done.${asked.act}`, { name }));
      readAgain();
    },
    onError: failed,
  });
  const remove = useAction<void, { version: number }>(({ version }) => actions.remove({ id, version }), {
    onSuccess: () => {
      toast.success(t('done.remove', { name }));
      router.push(`/p/${project}/plans`);
      void client.invalidateQueries({ queryKey: queryKeys.plans(project) });
    },
    onError: failed,
  });
  return { act, remove };
}
