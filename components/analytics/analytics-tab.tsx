'use client';

import { ChartArea } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { useTickingNow } from '@/components/shared/now-provider';
import { StackedAreaChart } from '@/components/shared/stacked-area-chart';
import { cn } from '@/components/ui/cn';
import { useAnalytics } from '@/lib/client/use-analytics';
import type { AnalyticsView } from '@/lib/services/analytics/types';
import type { FlagView } from '@/lib/services/flags/types';
import { type AnalyticsChoice, BUCKETS, bucketOf, RANGES, rangeStart, USUAL_RANGE } from './analytics-range';
import { chartPoints, variantTotals } from './analytics-series';
import { AnalyticsToolbar } from './analytics-toolbar';
import { Changes } from './changes';
import { SdkTable } from './sdk-table';
import { Totals } from './totals';

export interface AnalyticsTabProps {
  project: string;
  flag: Pick<FlagView, 'key' | 'type' | 'variants'>;
  environment: { key: string; name: string };
  initial: { choice: AnalyticsChoice; view: AnalyticsView };
}

const CHOICE = { range: parseAsStringLiteral(RANGES).withDefault(USUAL_RANGE), bucket: parseAsStringLiteral(BUCKETS) };
const REFRESH_MS = 60_000;

/** How often a flag was evaluated in an environment, with which variant, and by what. */
export function AnalyticsTab({ project, flag, environment, initial }: AnalyticsTabProps) {
  const t = useTranslations('analytics');
  const now = useTickingNow();
  const [asked, setAsked] = useQueryStates(CHOICE);
  const { range } = asked;
  const bucket = bucketOf(range, asked.bucket);
  const isInitial = range === initial.choice.range && bucket === initial.choice.bucket;
  const { data, isError, isPlaceholderData, refetch } = useAnalytics(
    project,
    flag.key,
    { environment: environment.key, range, bucket },
    () => ({ environment: environment.key, from: rangeStart(range, bucket, now), bucket }),
    { initial: isInitial ? initial.view : undefined, refetchMs: REFRESH_MS },
  );
  if (!data) return isError ? <ErrorState onRetry={() => void refetch()} /> : null;
  const words = { callersDefault: t('callersDefault'), gone: (variant: string) => t('gone', { variant }) };
  const totals = variantTotals(data, flag.variants, words);
  const total = totals.reduce((sum, each) => sum + each.total, 0);
  return (
    <div className="grid grid-cols-1 gap-6">
      <AnalyticsToolbar
        range={range}
        bucket={bucket}
        lastSeenAt={data.lastSeenAt}
        onRange={(next) => void setAsked({ range: next })}
        onBucket={(next) => void setAsked({ bucket: next === 'day' ? null : next })}
      />
      {data.lastSeenAt === null ? (
        <div className="rounded-lg border">
          <EmptyState
            icon={<ChartArea />}
            title={t('empty.title', { environment: environment.name })}
            description={t('empty.description')}
          />
        </div>
      ) : (
        <div
          className={cn('grid grid-cols-1 gap-6 transition-opacity', isPlaceholderData && 'opacity-60')}
          aria-busy={isPlaceholderData}
        >
          <StackedAreaChart
            title={t('chart.title')}
            label={t('chart.label', { flag: flag.key, environment: environment.name })}
            series={totals}
            points={chartPoints(data)}
            annotations={data.annotations.map(({ at, version }) => ({ at, label: t('chart.version', { version }) }))}
            brush
            resolution={data.bucket}
            csvName={`${flag.key}-${environment.key}-${range}`}
            height={300}
          />
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
            <Totals totals={totals} total={total} />
            <SdkTable bySdk={data.bySdk} csvName={`${flag.key}-${environment.key}-${range}-sdk`} />
          </div>
          <Changes project={project} flag={flag.key} environment={environment.key} annotations={data.annotations} />
        </div>
      )}
    </div>
  );
}
