'use client';

import { CalendarClock, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MembershipDialog } from '@/components/memberships/membership-dialog';
import { MembershipWindowState } from '@/components/memberships/membership-window-state';
import { useEdgesPassed } from '@/components/memberships/use-edges-passed';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFlagMemberships } from '@/lib/client/use-flag-memberships';
import type { MembershipView } from '@/lib/services/memberships/types';
import { Section } from './section';
import { useTargeting } from './targeting-context';

/** How many memberships of the flag are running here, how many will be, and whether the first of them count now. */
export function MembershipsSection() {
  const t = useTranslations('people.membership.step');
  const { project, flag, environment } = useTargeting();
  const { data, isError, refetch } = useFlagMemberships(project, flag.key, environment.key);
  const [isAdding, setAdding] = useState(false);
  useEdgesPassed(data?.items, () => void refetch());
  // What could not be read is said nothing of: the rest of the page does not depend on it.
  if (isError) return null;
  const count = data === undefined ? 0 : data.open + data.upcoming;
  const more = count - (data?.items.length ?? 0);
  return (
    <>
      <Section
        icon={<CalendarClock />}
        title={t('title')}
        description={data ? t(count === 0 ? 'none' : 'count', { open: data.open, upcoming: data.upcoming }) : '…'}
        action={
          environment.can.editMemberships &&
          !flag.archived && (
            <Button type="button" variant="outline" size="sm" onClick={() => setAdding(true)}>
              <Plus />
              {t('add')}
            </Button>
          )
        }
      >
        {data && count > 0 && (
          <ul aria-label={t('title')} className="grid gap-2">
            {data.items.map((membership) => (
              <Line key={membership.id} membership={membership} />
            ))}
            {more > 0 && <li className="text-xs text-muted-foreground">{t('more', { count: more })}</li>}
          </ul>
        )}
      </Section>
      {isAdding && (
        <MembershipDialog
          project={project}
          environments={[environment]}
          flag={flag.key}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function Line({ membership }: { membership: MembershipView }) {
  const t = useTranslations('people.membership');
  const { subject, tenant, variant } = membership;
  return (
    <li className="grid gap-x-4 gap-y-0.5 text-[13px] sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate font-mono text-xs">{subject ?? tenant}</span>
        {tenant !== null && <Badge variant="secondary">{t('tenant')}</Badge>}
        {variant !== null && <Badge variant="outline">{variant}</Badge>}
      </span>
      <MembershipWindowState membership={membership} />
    </li>
  );
}
