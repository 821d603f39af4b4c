'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { RelativeTime } from '@/components/shared/relative-time';
import type { SubjectListItem } from '@/lib/services/subjects/types';
import { type PeoplePlace, subjectPath } from './people-place';
import { StageName } from './stage-name';

const muted = (text: string | null) => <span className="truncate text-muted-foreground">{text ?? '–'}</span>;

export function usePeopleColumns(place: PeoplePlace): Column<SubjectListItem>[] {
  const t = useTranslations('people.column');
  return useMemo(
    () => [
      {
        id: 'subject',
        header: t('subject'),
        track: 'minmax(9rem, 2fr)',
        cell: ({ targetingKey }) => (
          <Link
            href={subjectPath(place, targetingKey)}
            className="truncate rounded-sm font-mono text-[13px] font-medium hover:underline"
          >
            {targetingKey}
          </Link>
        ),
      },
      {
        id: 'tenant',
        header: t('tenant'),
        track: 'minmax(6rem, 1fr)',
        from: 'md',
        cell: ({ tenant }) => muted(tenant),
      },
      { id: 'role', header: t('role'), track: 'minmax(5rem, 1fr)', from: 'sm', cell: ({ role }) => muted(role) },
      {
        id: 'stage',
        header: t('stage'),
        track: 'minmax(8rem, 1.2fr)',
        cell: ({ stage }) => <StageName stage={stage} stages={place.onboarding.stages} />,
      },
      {
        id: 'milestones',
        header: t('milestones'),
        track: '6.5rem',
        align: 'end',
        from: 'lg',
        cell: ({ milestones }) => <span className="text-muted-foreground tabular-nums">{milestones}</span>,
      },
      {
        id: 'joinedAt',
        header: t('joined'),
        track: '8rem',
        from: 'lg',
        cell: ({ joinedAt }) =>
          joinedAt === null ? muted(null) : <RelativeTime at={joinedAt} className="truncate text-muted-foreground" />,
      },
      {
        id: 'updatedAt',
        header: t('updated'),
        track: '8rem',
        from: 'md',
        cell: ({ updatedAt }) => <RelativeTime at={updatedAt} className="truncate text-muted-foreground" />,
      },
    ],
    [place, t],
  );
}
