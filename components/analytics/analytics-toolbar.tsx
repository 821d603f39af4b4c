'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { BUCKETS, type Bucket, RANGES, type Range } from './analytics-range';

export interface AnalyticsToolbarProps {
  range: Range;
  bucket: Bucket;
  lastSeenAt: string | null;
  onRange: (range: Range) => void;
  onBucket: (bucket: Bucket) => void;
}

/** The period, and how finely it is shown. */
export function AnalyticsToolbar({ range, bucket, lastSeenAt, onRange, onBucket }: AnalyticsToolbarProps) {
  const t = useTranslations('analytics');
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ToggleGroup
        type="single"
        value={range}
        aria-label={t('range.label')}
        onValueChange={(next) => {
          const found = RANGES.find((each) => each === next);
          if (found) onRange(found);
        }}
      >
        {RANGES.map((each) => (
          <ToggleGroupItem key={each} value={each}>
            {t(`range.${each}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <ToggleGroup
        type="single"
        value={bucket}
        aria-label={t('bucket.label')}
        onValueChange={(next) => {
          const found = BUCKETS.find((each) => each === next);
          if (found) onBucket(found);
        }}
      >
        {BUCKETS.map((each) => (
          <ToggleGroupItem key={each} value={each} disabled={range === '24h' && each === 'day'}>
            {t(`bucket.${each}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <p className="ml-auto text-[13px] text-muted-foreground">
        {t('lastSeen')} <RelativeTime at={lastSeenAt} className="font-medium text-foreground" />
      </p>
    </div>
  );
}
