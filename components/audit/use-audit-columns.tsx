'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { EnvironmentBadge, type EnvironmentLike } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import type { AuditView } from '@/lib/services/audit/types';
import { aboutOf } from './about-of';
import { useActionText } from './use-action-text';

/** What the table of the audit shows of an entry. */
export function useAuditColumns(environments: readonly EnvironmentLike[]): Column<AuditView>[] {
  const t = useTranslations('audit');
  const actionText = useActionText();
  return useMemo(() => {
    const environmentOf = (key: string) => environments.find((environment) => environment.key === key);
    return [
      {
        id: 'at',
        header: t('column.at'),
        track: '8.5rem',
        cell: ({ at }) => <RelativeTime at={at} className="truncate text-muted-foreground" />,
      },
      {
        id: 'actor',
        header: t('column.actor'),
        track: 'minmax(7rem, 1fr)',
        cell: ({ actor }) => <span className="truncate">{actor.name}</span>,
      },
      {
        id: 'action',
        header: t('column.action'),
        track: 'minmax(10rem, 1.4fr)',
        cell: ({ action }) => <span className="truncate font-medium">{actionText(action)}</span>,
      },
      {
        id: 'about',
        header: t('column.about'),
        track: 'minmax(8rem, 1.4fr)',
        from: 'sm',
        cell: (entry) => <code className="truncate font-mono text-xs">{aboutOf(entry)}</code>,
      },
      {
        id: 'environment',
        header: t('column.environment'),
        track: '8.5rem',
        from: 'md',
        cell: ({ environment: key }) => {
          const environment = key === null ? undefined : environmentOf(key);
          return environment ? <EnvironmentBadge environment={environment} /> : key;
        },
      },
      {
        id: 'comment',
        header: t('comment'),
        track: 'minmax(8rem, 1.6fr)',
        from: 'lg',
        cell: ({ comment }) => <span className="truncate text-muted-foreground">{comment}</span>,
      },
      {
        id: 'via',
        header: t('column.via'),
        track: '6rem',
        from: 'lg',
        cell: ({ via }) => (
          <span className="truncate text-muted-foreground">{t.has(`via.${via}`) ? t(`via.${via}`) : via}</span>
        ),
      },
    ];
  }, [environments, t, actionText]);
}
