'use client';

import { ArrowRight, ListChecks } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFlagPlans } from '@/lib/client/use-flag-plans';
import type { PlanItem } from '@/lib/services/plans/types';
import { useTargeting } from './targeting-context';

const UNDER_WAY = ['running', 'holding', 'paused'] as const;

/** Plans that are changing the rules here, and the way to them. */
export function PlanLines() {
  const t = useTranslations('plans.flagPage');
  const { project, flag, environment } = useTargeting();
  const plans = useFlagPlans(project, flag.key, environment.key);
  const lines = plans.flatMap((plan) => {
    const status = UNDER_WAY.find((each) => each === plan.status);
    return status && plan.step !== null ? [{ plan, status, step: plan.step + 1 }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul aria-label={t('title')} className="divide-y border-b bg-primary/5 text-[13px]">
      {lines.map(({ plan, status, step }) => (
        <li key={plan.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <ListChecks aria-hidden="true" className="size-4 shrink-0 text-link" />
          <span className="min-w-0 flex-1 basis-56 break-words">
            {t(status, { name: plan.name, step, total: plan.steps.length })}
          </span>
          <Link
            href={`/p/${project}/plans/${encodeURIComponent(plan.id)}`}
            className="inline-flex items-center gap-1 rounded-sm font-medium text-link hover:underline"
          >
            {t('open')}
            <ArrowRight aria-hidden="true" className="size-3.5" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The plan that made a rule: it calls its rules by its own id. */
const makerOf = (plans: readonly PlanItem[], rule: string): PlanItem | undefined =>
  plans.find(({ id }) => rule.startsWith(`plan-${id}-`));

/** Says of a rule that a plan made it and changes it further. */
export function PlanMark({ rule }: { rule: string }) {
  const t = useTranslations('plans.flagPage');
  const { project, flag, environment } = useTargeting();
  const maker = makerOf(useFlagPlans(project, flag.key, environment.key), rule);
  if (!maker) return null;
  return (
    <Badge variant="default">
      <ListChecks aria-hidden="true" />
      <span className="max-w-48 truncate">{t('fromPlan', { name: maker.name })}</span>
    </Badge>
  );
}
