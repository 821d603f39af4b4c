'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import type { PlanItem } from '@/lib/services/plans/types';
import { environmentsOf, type PlansPlace, planPath } from './plan-place';
import { PlanProgress } from './plan-progress';
import { PlanStatusBadge } from './plan-status';
import { useStrategySummary } from './strategy-summary';

const SHOWN_ENVIRONMENTS = 3;

/** Name over the flag's key. */
export function PlanName({ place, plan }: { place: PlansPlace; plan: PlanItem }) {
  return (
    <span className="grid min-w-0 justify-items-start">
      <Link
        href={planPath(place, plan.id)}
        className="max-w-full truncate rounded-sm leading-[18px] font-medium hover:underline"
      >
        {plan.name}
      </Link>
      <span className="max-w-full truncate font-mono text-xs leading-4 text-muted-foreground">{plan.flag}</span>
    </span>
  );
}

/** When the next step is due; a plan that waits for nothing has none, and one that holds waits for more than time. */
export function NextDate({ plan }: { plan: PlanItem }) {
  const t = useTranslations('plans');
  if (plan.status === 'holding') return <span className="truncate text-muted-foreground">{t('onceGatesPass')}</span>;
  if (plan.nextAt === null) return <span className="text-muted-foreground">–</span>;
  return <RelativeTime at={plan.nextAt} className="truncate text-muted-foreground" />;
}

export function usePlanColumns(place: PlansPlace): Column<PlanItem>[] {
  const t = useTranslations('plans');
  const summaryOf = useStrategySummary(place);
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        track: 'minmax(11rem, 1.6fr)',
        cell: (plan) => <PlanName place={place} plan={plan} />,
      },
      {
        id: 'strategy',
        header: t('column.strategy'),
        track: 'minmax(10rem, 1.6fr)',
        from: 'md',
        cell: (plan) => (
          <span className="grid min-w-0">
            <span className="truncate leading-[18px]">{t(`strategy.${plan.strategy}`)}</span>
            <span className="truncate text-xs leading-4 text-muted-foreground tabular-nums">{summaryOf(plan)}</span>
          </span>
        ),
      },
      {
        id: 'environments',
        header: t('column.environments'),
        track: 'minmax(11rem, 1.1fr)',
        from: 'lg',
        cell: ({ environments }) => (
          <span className="flex min-w-0 flex-wrap gap-x-2.5 text-[13px] leading-5">
            {environmentsOf(place, environments.slice(0, SHOWN_ENVIRONMENTS)).map((environment) => (
              <EnvironmentBadge key={environment.key} environment={environment} variant="plain" />
            ))}
            {environments.length > SHOWN_ENVIRONMENTS && (
              <span className="text-muted-foreground">+{environments.length - SHOWN_ENVIRONMENTS}</span>
            )}
          </span>
        ),
      },
      {
        id: 'progress',
        header: t('column.progress'),
        track: 'minmax(8rem, 11rem)',
        from: 'sm',
        cell: (plan) => <PlanProgress plan={plan} />,
      },
      {
        id: 'status',
        header: t('column.status'),
        track: '8rem',
        cell: ({ status }) => <PlanStatusBadge status={status} />,
      },
      {
        id: 'next',
        header: t('column.next'),
        track: '9rem',
        from: 'md',
        cell: (plan) => <NextDate plan={plan} />,
      },
    ],
    [place, summaryOf, t],
  );
}
