'use client';

import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { MembershipView } from '@/lib/services/memberships/types';
import { MembershipWho } from './membership-who';
import { MembershipWindowState } from './membership-window-state';
import { useInstantWords } from './use-instant-words';

export interface MembershipDetailsProps {
  membership: MembershipView;
  /** Leads to the flag, here. */
  flagHref: (flag: string) => string;
  canEdit: boolean;
  onEdit: (membership: MembershipView) => void;
  onRemove: (membership: MembershipView) => void;
  /** Something was chosen. */
  onDone: () => void;
}

/** All that is known of a membership, and what may be done with it. */
export function MembershipDetails({ membership, flagHref, canEdit, onEdit, onRemove, onDone }: MembershipDetailsProps) {
  const t = useTranslations('memberships');
  const { flag, variant, startsAt, endsAt, timezone, note } = membership;
  const words = useInstantWords(timezone);
  const act = (work: (membership: MembershipView) => void) => () => {
    onDone();
    work(membership);
  };
  return (
    <div className="grid gap-3 text-[13px]">
      <div className="grid gap-1">
        <MembershipWho membership={membership} className="font-medium" />
        <span className="flex min-w-0 flex-wrap items-center gap-1.5">
          <Link href={flagHref(flag)} className="truncate rounded-sm font-mono text-xs hover:underline">
            {flag}
          </Link>
          {variant !== null && <Badge variant="outline">{variant}</Badge>}
        </span>
      </div>
      <MembershipWindowState membership={membership} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-muted-foreground">{t('column.from')}</dt>
        <dd className="tabular-nums">{words(startsAt)}</dd>
        <dt className="text-muted-foreground">{t('column.to')}</dt>
        <dd className="tabular-nums">{words(endsAt)}</dd>
        {note !== null && (
          <>
            <dt className="text-muted-foreground">{t('column.note')}</dt>
            <dd className="break-words whitespace-pre-wrap">{note}</dd>
          </>
        )}
      </dl>
      {canEdit && (
        <div className="flex gap-2">
          <Button size="sm" variant="outline" onClick={act(onEdit)}>
            <Pencil />
            {t('edit')}
          </Button>
          <Button size="sm" variant="outline" onClick={act(onRemove)}>
            <Trash2 />
            {t('remove')}
          </Button>
        </div>
      )}
    </div>
  );
}
