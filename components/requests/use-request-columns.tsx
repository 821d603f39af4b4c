'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { EnvironmentBadge, type EnvironmentLike } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import type { ChangeRequestItem } from '@/lib/services/approvals/types';
import { ApprovalDots } from './approval-dots';
import { RequestStatus } from './request-status';

/** What a request is called: its title, else what it was said to be for, else what it changes. */
export function useRequestTitle(): (request: ChangeRequestItem) => string {
  const t = useTranslations('requests');
  return ({ title, comment, flags }) =>
    title || comment || (flags.length > 0 ? t('changesOf', { flags: flags.join(', ') }) : t('untitled'));
}

export function RequestName({ request }: { request: ChangeRequestItem }) {
  const titleOf = useRequestTitle();
  const { number, flags } = request;
  return (
    <span className="grid min-w-0">
      <span className="truncate leading-[18px] font-medium">
        <span className="mr-1.5 text-muted-foreground tabular-nums">#{number}</span>
        {titleOf(request)}
      </span>
      <span className="truncate font-mono text-xs leading-4 text-muted-foreground">{flags.join(' · ')}</span>
    </span>
  );
}

export function RequestPlaces({
  keys,
  environments,
}: {
  keys: readonly string[];
  environments: readonly EnvironmentLike[];
}) {
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      {keys.map((key) => {
        const environment = environments.find((each) => each.key === key);
        return environment ? <EnvironmentBadge key={key} environment={environment} /> : <span key={key}>{key}</span>;
      })}
    </span>
  );
}

export function useRequestColumns(environments: readonly EnvironmentLike[]): Column<ChangeRequestItem>[] {
  const t = useTranslations('requests');
  return useMemo(
    () => [
      {
        id: 'what',
        header: t('column.what'),
        track: 'minmax(12rem, 2.4fr)',
        cell: (request) => <RequestName request={request} />,
      },
      {
        id: 'environment',
        header: t('column.environments'),
        track: 'minmax(7rem, 1fr)',
        from: 'md',
        cell: ({ environments: keys }) => <RequestPlaces keys={keys} environments={environments} />,
      },
      {
        id: 'author',
        header: t('column.author'),
        track: 'minmax(7rem, 1fr)',
        from: 'sm',
        cell: ({ author, createdAt }) => (
          <span className="grid min-w-0">
            <span className="truncate leading-[18px]">{author.name}</span>
            <RelativeTime at={createdAt} className="truncate text-xs leading-4 text-muted-foreground" />
          </span>
        ),
      },
      {
        id: 'approvals',
        header: t('column.approvals'),
        track: '6rem',
        from: 'sm',
        cell: ({ approvals: { given, required } }) => <ApprovalDots given={given.length} required={required} />,
      },
      {
        id: 'status',
        header: t('column.status'),
        track: '9rem',
        cell: (request) => <RequestStatus request={request} />,
      },
    ],
    [environments, t],
  );
}
