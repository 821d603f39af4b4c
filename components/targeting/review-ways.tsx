'use client';

import { CalendarClock, Check, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';

/** How a reviewed change goes on. */
export const REVIEW_WAYS = ['now', 'schedule', 'request'] as const;
export type ReviewWay = (typeof REVIEW_WAYS)[number];

const ICONS = { now: Check, schedule: CalendarClock, request: UsersRound };

interface ReviewWaysProps {
  value: ReviewWay;
  onChange: (way: ReviewWay) => void;
  /** The ways there are, in their order. */
  ways: readonly ReviewWay[];
}

/** The choice between saving at once, at a time, and asking others first; arrow keys move it. */
export function ReviewWays({ value, onChange, ways }: ReviewWaysProps) {
  const t = useTranslations('targeting.review');
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1.5">
      <span id={id} className="text-[13px] font-medium">
        {t('ways')}
      </span>
      <ToggleGroup
        type="single"
        aria-labelledby={id}
        value={value}
        className="h-9 max-sm:h-auto max-sm:w-full max-sm:flex-col"
        onValueChange={(chosen) => {
          const way = REVIEW_WAYS.find((each) => each === chosen);
          if (way) onChange(way);
        }}
      >
        {ways.map((way) => {
          const Icon = ICONS[way];
          return (
            <ToggleGroupItem key={way} value={way} className="px-3 max-sm:h-9 max-sm:justify-start">
              <Icon aria-hidden="true" />
              {t(`way.${way}`)}
            </ToggleGroupItem>
          );
        })}
      </ToggleGroup>
    </div>
  );
}
