'use client';

import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { MembershipView } from '@/lib/services/memberships/types';
import type { MembershipDetailsProps } from './membership-details';
import { MembershipWhen } from './membership-when';
import { MembershipWho, whoOf } from './membership-who';
import { MembershipWindowState } from './membership-window-state';

type Options = Omit<MembershipDetailsProps, 'membership' | 'onDone'>;

export function useMembershipColumns({ flagHref, canEdit, onEdit, onRemove }: Options): Column<MembershipView>[] {
  const t = useTranslations('memberships');
  return useMemo(() => {
    const act = (membership: MembershipView) => (
      <span className="flex">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('editOf', { who: whoOf(membership), flag: membership.flag })}
          onClick={() => onEdit(membership)}
        >
          <Pencil />
        </Button>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('removeOf', { who: whoOf(membership), flag: membership.flag })}
          onClick={() => onRemove(membership)}
        >
          <Trash2 />
        </Button>
      </span>
    );
    const columns: Column<MembershipView>[] = [
      {
        id: 'who',
        header: t('column.who'),
        track: 'minmax(8rem, 1fr)',
        cell: (membership) => <MembershipWho membership={membership} />,
      },
      {
        id: 'flag',
        header: t('column.flag'),
        track: 'minmax(8rem, 1fr)',
        cell: ({ flag }) => (
          <Link href={flagHref(flag)} className="truncate rounded-sm font-mono text-xs hover:underline">
            {flag}
          </Link>
        ),
      },
      {
        id: 'variant',
        header: t('column.variant'),
        track: '6rem',
        from: 'md',
        cell: ({ variant }) => variant !== null && <Badge variant="outline">{variant}</Badge>,
      },
      {
        id: 'when',
        header: t('column.when'),
        track: 'minmax(11rem, 1fr)',
        from: 'md',
        cell: (membership) => <MembershipWhen membership={membership} className="truncate" />,
      },
      {
        id: 'state',
        header: t('column.state'),
        track: 'minmax(15rem, 2fr)',
        from: 'lg',
        cell: (membership) => (
          <span className="min-w-0">
            <MembershipWindowState membership={membership} isShort />
          </span>
        ),
      },
      {
        id: 'note',
        header: t('column.note'),
        track: 'minmax(6rem, 1fr)',
        from: 'xl',
        cell: ({ note }) => <span className="truncate text-muted-foreground">{note ?? '–'}</span>,
      },
    ];
    const actions: Column<MembershipView> = {
      id: 'actions',
      header: t('column.actions'),
      track: '4.5rem',
      align: 'end',
      cell: act,
    };
    return canEdit ? [...columns, actions] : columns;
  }, [t, flagHref, canEdit, onEdit, onRemove]);
}
