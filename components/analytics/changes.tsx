'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { AnalyticsView } from '@/lib/services/analytics/types';

export interface ChangesProps {
  project: string;
  flag: string;
  environment: string;
  annotations: AnalyticsView['annotations'];
}

const SHOWN = 10;

/** The marks of the chart in words, newest first: who changed the configuration, and when. */
export function Changes({ project, flag, environment, annotations }: ChangesProps) {
  const t = useTranslations('analytics.changes');
  if (annotations.length === 0) return null;
  const history = `/p/${project}/flags/${encodeURIComponent(flag)}/history?env=${encodeURIComponent(environment)}`;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="grid gap-1.5 text-sm">
          {annotations
            .slice(-SHOWN)
            .toReversed()
            .map(({ at, version, actor }) => (
              <li key={version} className="flex flex-wrap items-baseline gap-x-3">
                <span className="w-12 font-mono text-xs">{t('version', { version })}</span>
                <span className="min-w-0 flex-1 truncate">{t('by', { actor })}</span>
                <RelativeTime at={at} className="text-[13px] text-muted-foreground" />
              </li>
            ))}
        </ul>
        <Link
          href={history}
          className="mt-3 inline-block rounded-sm text-sm text-link underline-offset-4 hover:underline"
        >
          {t('history')}
        </Link>
      </CardContent>
    </Card>
  );
}
