'use client';

import { useTranslations } from 'next-intl';
import type { OnboardingView } from '@/lib/services/onboarding/types';
import type { ProgressWhy } from '@/lib/services/subjects/types';

/** Words why a milestone was reached or a stage entered; null where nothing is known. */
export function useWhyWords({ milestones }: Pick<OnboardingView, 'milestones'>): (why: ProgressWhy) => string | null {
  const t = useTranslations('people.why');
  return ({ milestone, event, identify, read, held, by }) => {
    if (milestone !== undefined) {
      return t('milestone', { milestone: milestones.find(({ key }) => key === milestone)?.name ?? milestone });
    }
    if (by) return t('by', { name: by.name });
    const counted = held?.find(({ value }) => value !== undefined);
    const count = counted && t('held', { attribute: counted.attribute, value: counted.value ?? 0 });
    const occasion = event === undefined ? (identify ? t('identify') : read ? t('read') : null) : t('event', { event });
    return [occasion, count].filter(Boolean).join(' · ') || null;
  };
}
