'use client';

import { LoaderCircle, Play, Save } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { planActions } from '@/lib/client/plan-actions';
import { queryKeys } from '@/lib/client/query-keys';
import { refusalOf, useAction, wasSent } from '@/lib/client/use-action';
import type { PlanView } from '@/lib/services/plans/types';
import { type PlansPlace, planPath } from '../plan-place';
import { StartDialog } from '../start-dialog';
import { type PlanDraft, planBody } from './plan-draft';
import type { usePlanBuilder } from './use-plan-builder';

export interface BuilderButtonsProps {
  state: ReturnType<typeof usePlanBuilder>;
  place: PlansPlace;
  plan: Pick<PlanView, 'id' | 'version' | 'status'> | undefined;
  /** The JSON cannot be read. */
  isBlocked: boolean;
  /** What was unsaved is saved, and the page is left. */
  onLeave: () => void;
}

/** Saves the draft, or starts it at once. */
export function BuilderButtons({ state, place, plan, isBlocked, onLeave }: BuilderButtonsProps) {
  const t = useTranslations('plans');
  const router = useRouter();
  const client = useQueryClient();
  const [isStarting, setStarting] = useState(false);
  const actions = planActions(place.project);
  const { form, draft, refuse, preview } = state;
  const save = useAction<PlanView, PlanDraft>((values) => {
    const { flag, ...body } = planBody(values);
    return plan ? actions.update({ ...body, id: plan.id, version: plan.version }) : actions.create({ ...body, flag });
  });
  const start = useAction<PlanView, { id: string; comment?: string }>(actions.start);
  const failed = (error: unknown): void => {
    const refusal = refusalOf(error);
    const placed = refusal ? refuse(refusal) : 0;
    toast.error(refusal?.message ?? t('failed'), { description: placed > 0 ? t('builder.seeFields') : undefined });
  };
  const leaveTo = (id: string): void => {
    onLeave();
    void client.invalidateQueries({ queryKey: queryKeys.plans(place.project) });
    router.push(planPath(place, id));
  };
  const saveDraft = form.handleSubmit(async (values) => {
    try {
      const { id, name } = await save.mutateAsync(values);
      toast.success(t('done.save', { name }));
      leaveTo(id);
    } catch (error) {
      failed(error);
    }
  });
  const startNow = async (comment: string | undefined): Promise<void> => {
    let saved: PlanView;
    try {
      saved = await save.mutateAsync(form.getValues());
    } catch (error) {
      failed(error);
      return;
    }
    // It is saved either way: what keeps it from starting is said on its page.
    try {
      const { name } = await start.mutateAsync({ id: saved.id, comment });
      toast.success(t('done.start', { name }));
    } catch (error) {
      if (!wasSent(error)) {
        toast.error(refusalOf(error)?.message ?? t('failed'), { description: t('builder.savedOnly') });
      }
    }
    leaveTo(saved.id);
  };
  const isBusy = save.isPending || start.isPending;
  const mayStart = plan === undefined || plan.status === 'draft';
  return (
    <div className="flex flex-wrap gap-2">
      {mayStart && (
        <Button disabled={isBlocked || isBusy} onClick={() => void form.handleSubmit(() => setStarting(true))()}>
          <Play />
          {t('builder.start')}
        </Button>
      )}
      <Button
        variant={mayStart ? 'outline' : 'default'}
        disabled={isBlocked || isBusy}
        onClick={() => void saveDraft()}
      >
        {isBusy ? <LoaderCircle className="animate-spin" /> : <Save />}
        {t(mayStart ? 'builder.save' : 'builder.saveChanges')}
      </Button>
      {isStarting && preview.data && (
        <StartDialog
          place={place}
          plan={{ ...preview.data, name: draft.name || draft.flag }}
          onClose={() => setStarting(false)}
          onConfirm={startNow}
        />
      )}
    </div>
  );
}
