'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { queryKeys } from '@/lib/client/query-keys';
import { useSubjectMemberships } from '@/lib/client/use-subject-memberships';
import type { MembershipView } from '@/lib/services/memberships/types';
import { EditMembershipDialog } from './edit-membership-dialog';
import type { MembershipPlace } from './membership-types';
import { MembershipWindowState } from './membership-window-state';
import { RemoveMembership } from './remove-membership';
import { useEdgesPassed } from './use-edges-passed';

interface Asked {
  what: 'edit' | 'remove';
  membership: MembershipView;
}

/** A subject's own memberships that are running or still to come, each to be changed or removed. */
export function MembershipList({ subject, ...place }: MembershipPlace & { subject: string }) {
  const { project, environment } = place;
  const t = useTranslations('people.membership');
  const { data, isError } = useSubjectMemberships(project, environment.key, subject);
  const client = useQueryClient();
  const queryKey = queryKeys.subjects(project, environment.key);
  // What the subject gets of its flags changes with them.
  useEdgesPassed(data?.items, () => void client.invalidateQueries({ queryKey }));
  const [asked, setAsked] = useState<Asked | null>(null);
  if (isError) return <p className="text-[13px] text-muted-foreground">{t('unread')}</p>;
  if (!data) return <p className="text-[13px] text-muted-foreground">…</p>;
  const close = (): void => setAsked(null);
  return (
    <>
      {data.items.length === 0 ? (
        <p className="text-[13px] text-muted-foreground">{t('none')}</p>
      ) : (
        <ul aria-label={t('list')} className="grid gap-3">
          {data.items.map((membership) => (
            <li key={membership.id} aria-label={membership.flag} className="flex items-start gap-2 text-[13px]">
              <Line membership={membership} />
              {environment.can.editMemberships && (
                <span className="-mt-1 ml-auto flex">
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t('edit', { flag: membership.flag })}
                    onClick={() => setAsked({ what: 'edit', membership })}
                  >
                    <Pencil />
                  </Button>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t('remove', { flag: membership.flag })}
                    onClick={() => setAsked({ what: 'remove', membership })}
                  >
                    <Trash2 />
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.total > data.items.length && (
        <p className="pt-2 text-xs text-muted-foreground">{t('more', { count: data.total - data.items.length })}</p>
      )}
      {asked?.what === 'edit' && <EditMembershipDialog {...place} membership={asked.membership} onClose={close} />}
      {asked?.what === 'remove' && <RemoveMembership {...place} membership={asked.membership} onClose={close} />}
    </>
  );
}

function Line({ membership }: { membership: MembershipView }) {
  const { flag, variant, note } = membership;
  return (
    <div className="grid min-w-0 gap-0.5">
      <span className="flex min-w-0 flex-wrap items-center gap-1.5">
        <span className="truncate font-mono text-xs">{flag}</span>
        {variant !== null && <Badge variant="outline">{variant}</Badge>}
      </span>
      <MembershipWindowState membership={membership} />
      {note !== null && <span className="break-words text-muted-foreground">{note}</span>}
    </div>
  );
}
