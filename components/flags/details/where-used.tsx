'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import type { AnalyticsView } from '@/lib/services/analytics/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Usage } from '@/lib/services/flags/types';
import type { FlagPlace } from '../flag-context';
import { UsageList } from '../usage-list';

/** When and by what the flag was evaluated in one environment. */
export type SeenIn = Pick<AnalyticsView, 'environment' | 'lastSeenAt' | 'bySdk'>;

export interface WhereUsedProps extends Pick<FlagPlace, 'project' | 'environments'> {
  usage: readonly Usage[];
  seen: readonly SeenIn[];
}

/** Which applications ask for the flag, and which flags and segments refer to it. */
export function WhereUsed({ project, environments, usage, seen }: WhereUsedProps) {
  const t = useTranslations('flags.details');
  return (
    <div className="grid gap-6">
      <Card>
        <CardHeader>
          <CardTitle>{t('seen.title')}</CardTitle>
          <CardDescription>{t('seen.description')}</CardDescription>
        </CardHeader>
        <CardContent>
          <ul className="grid gap-3">
            {environments.map((environment) => (
              <SeenRow
                key={environment.key}
                environment={environment}
                seen={seen.find((each) => each.environment === environment.key)}
              />
            ))}
          </ul>
        </CardContent>
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>{t('usage.title')}</CardTitle>
          <CardDescription>{t(usage.length > 0 ? 'usage.description' : 'usage.none')}</CardDescription>
        </CardHeader>
        {usage.length > 0 && (
          <CardContent>
            <UsageList label={t('usage.title')} uses={usage} project={project} environments={environments} />
          </CardContent>
        )}
      </Card>
    </div>
  );
}

function SeenRow({ environment, seen }: { environment: EnvironmentView; seen: SeenIn | undefined }) {
  const t = useTranslations('flags.details.seen');
  const format = useFormatter();
  return (
    <li className="grid gap-1 text-sm">
      <div className="flex items-center justify-between gap-3">
        <EnvironmentBadge environment={environment} variant="plain" />
        <RelativeTime at={seen?.lastSeenAt ?? null} className="text-[13px] text-muted-foreground" />
      </div>
      {seen && seen.bySdk.length > 0 && (
        <ul className="grid gap-0.5 pl-3.5 text-xs text-muted-foreground">
          {seen.bySdk.map(({ sdk, count, lastAt }) => (
            <li key={sdk} className="flex items-baseline justify-between gap-3">
              <code className="truncate font-mono">{sdk}</code>
              <span className="shrink-0 tabular-nums">
                {t('count', { count, formatted: format.number(count, { notation: 'compact' }) })} ·{' '}
                <RelativeTime at={lastAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
