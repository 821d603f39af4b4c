'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { PlanItem } from '@/lib/services/plans/types';
import { environmentsOf, type PlansPlace } from './plan-place';
import { usePlanWords } from './use-plan-words';

type Summed = Pick<PlanItem, 'strategy' | 'steps'>;

/** A strategy in one line: "5 % → 20 % → 100 %", "development → production", or its roles. */
export function useStrategySummary(place: PlansPlace): (plan: Summed) => string {
  const t = useTranslations('plans');
  const words = usePlanWords();
  return useCallback(
    ({ strategy, steps }) => {
      const [first] = steps;
      if (strategy === 'role-based' && first) return words.who(first);
      const isInSeveral = new Set(steps.map(({ environment }) => environment)).size > 1;
      const parts = steps.map(({ environment, percentage }) => {
        const [where] = environmentsOf(place, [environment]);
        const share = words.percent(percentage);
        return isInSeveral && where
          ? percentage === 100
            ? where.name
            : t('inShare', { environment: where.name, share })
          : share;
      });
      return parts.join(' → ');
    },
    [place, t, words],
  );
}
