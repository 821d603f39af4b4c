'use client';

import { CircleDashed, Trophy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { OnboardingView } from '@/lib/services/onboarding/types';
import type { SubjectView } from '@/lib/services/subjects/types';
import { Ago } from './day';
import { useWhyWords } from './use-why-words';

export interface MilestoneListProps {
  reached: SubjectView['milestones'];
  onboarding: OnboardingView;
}

/** Milestones reached, with when and why, and then those still ahead. */
export function MilestoneList({ reached, onboarding }: MilestoneListProps) {
  const t = useTranslations('people.milestones');
  const whyWords = useWhyWords(onboarding);
  const nameOf = (key: string): string => onboarding.milestones.find((each) => each.key === key)?.name ?? key;
  const ahead = onboarding.milestones.filter(({ key }) => !reached.some((each) => each.key === key));
  if (reached.length + ahead.length === 0) return <p className="text-[13px] text-muted-foreground">{t('none')}</p>;
  return (
    <ul className="grid gap-2">
      {reached.map(({ key, at, why }) => (
        <li key={key} className="flex gap-2.5">
          <Trophy role="img" aria-label={t('reached')} className="mt-0.5 size-4 shrink-0 text-success" />
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline justify-between gap-3 text-sm font-medium">
              <span className="min-w-0 truncate">{nameOf(key)}</span>
              <Ago at={at} />
            </p>
            <p className="text-xs break-words text-muted-foreground">{whyWords(why)}</p>
          </div>
        </li>
      ))}
      {ahead.map(({ key, name }) => (
        <li key={key} className="flex gap-2.5 text-sm text-muted-foreground">
          <CircleDashed role="img" aria-label={t('ahead')} className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}
