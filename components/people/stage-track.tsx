'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { OnboardingView } from '@/lib/services/onboarding/types';
import type { SubjectView } from '@/lib/services/subjects/types';
import { Ago } from './day';
import { useWhyWords } from './use-why-words';

export interface StageTrackProps {
  subject: Pick<SubjectView, 'stage' | 'stageIndex' | 'moves'>;
  onboarding: OnboardingView;
}

type Place = 'passed' | 'current' | 'ahead';

/** The stages in order: those behind, the one a subject is in, those ahead; when and why each was entered. */
export function StageTrack({ subject, onboarding }: StageTrackProps) {
  const t = useTranslations('people.stages');
  const whyWords = useWhyWords(onboarding);
  const at = subject.stageIndex ?? -1;
  const { stages } = onboarding;
  return (
    <ol aria-label={t('title')} className="grid">
      {stages.map(({ key, name }, index) => {
        const place: Place = index < at ? 'passed' : index === at ? 'current' : 'ahead';
        const move = subject.moves.find(({ to }) => to === key);
        const why = move ? whyWords(move.why) : null;
        return (
          <li
            key={key}
            aria-current={place === 'current' ? 'step' : undefined}
            className="relative flex gap-3 pb-3 last:pb-0"
          >
            {index < stages.length - 1 && (
              <span
                aria-hidden="true"
                className={cn('absolute top-5 bottom-0 left-[9px] w-px', index < at ? 'bg-primary' : 'bg-border')}
              />
            )}
            <Mark place={place} label={t(`place.${place}`)} />
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline justify-between gap-3 text-sm">
                <span
                  className={cn(
                    'min-w-0 truncate',
                    place === 'current' && 'font-semibold',
                    place === 'ahead' && 'text-muted-foreground',
                  )}
                >
                  {name}
                </span>
                {move && <Ago at={move.at} />}
              </p>
              {why && <p className="text-xs break-words text-muted-foreground">{why}</p>}
              {!move && place === 'passed' && <p className="text-xs text-muted-foreground">{t('skipped')}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ place, label }: { place: Place; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      className={cn(
        'relative mt-0.5 flex size-[19px] shrink-0 items-center justify-center rounded-full border bg-card',
        place === 'passed' && 'border-primary bg-primary text-primary-foreground',
        place === 'current' && 'border-2 border-primary',
        place === 'ahead' && 'border-input',
      )}
    >
      {place === 'passed' && <Check aria-hidden="true" className="size-3" />}
      {place === 'current' && <span className="size-2 rounded-full bg-primary" />}
    </span>
  );
}
