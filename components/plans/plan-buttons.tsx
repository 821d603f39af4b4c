'use client';

import { FastForward, Pause, Pencil, Play, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { Button } from '@/components/ui/button';
import { usePlanActs } from '@/lib/client/use-plan-acts';
import type { PlanAct, PlanView } from '@/lib/services/plans/types';
import { AdvanceDialog } from './advance-dialog';
import { ActDialog } from './act-dialog';
import { type PlansPlace, planPath } from './plan-place';
import { RollBackDialog } from './roll-back-dialog';
import { StartStored } from './start-stored';

const ICONS = { start: Play, resume: Play, advance: FastForward, pause: Pause, rollback: Undo2, remove: Trash2 };
const SHOWN = ['start', 'advance', 'resume', 'pause', 'rollback', 'remove'] as const;
type Asked = (typeof SHOWN)[number];

const looksOf = (act: Asked): 'default' | 'outline' | 'destructive-outline' => {
  if (act === 'start' || act === 'resume') return 'default';
  return act === 'rollback' ? 'destructive-outline' : 'outline';
};

/** What may be done with a plan as it is; everything that changes answers asks first. */
export function PlanButtons({ place, plan }: { place: PlansPlace; plan: PlanView }) {
  const t = useTranslations('plans');
  const [open, setOpen] = useState<PlanAct | null>(null);
  const { act, remove } = usePlanActs(place.project, plan);
  const close = (): void => setOpen(null);
  const shared = { place, plan, onClose: close };
  return (
    <>
      {plan.acts.includes('edit') && (
        <Button asChild variant="outline">
          <Link href={`${planPath(place, plan.id)}/edit`}>
            <Pencil />
            {t('act.edit')}
          </Link>
        </Button>
      )}
      {SHOWN.filter((each) => plan.acts.includes(each)).map((each) => {
        const Icon = ICONS[each];
        return (
          <Button key={each} variant={looksOf(each)} onClick={() => setOpen(each)}>
            <Icon />
            {t(`act.${each}`)}
          </Button>
        );
      })}
      {open === 'start' && (
        <StartStored {...shared} onConfirm={(comment) => act.mutateAsync({ act: 'start', comment })} />
      )}
      {open === 'advance' && (
        <AdvanceDialog {...shared} onConfirm={(asked) => act.mutateAsync({ act: 'advance', ...asked })} />
      )}
      {open === 'rollback' && (
        <RollBackDialog {...shared} onConfirm={(comment) => act.mutateAsync({ act: 'rollback', comment })} />
      )}
      {(open === 'pause' || open === 'resume') && (
        <ActDialog
          {...shared}
          title={t(`${open}.title`, { name: plan.name })}
          description={t(`${open}.description`)}
          confirmLabel={t(`act.${open}`)}
          reached={open === 'resume' ? plan.environments : []}
          commented={open === 'resume' ? plan.environments : []}
          onConfirm={(comment) => act.mutateAsync({ act: open, comment })}
        />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t('remove.title', { name: plan.name })}
          description={t('remove.description')}
          confirmLabel={t('act.remove')}
          destructive
          onConfirm={async () => {
            await remove.mutateAsync({ version: plan.version });
          }}
        />
      )}
    </>
  );
}
