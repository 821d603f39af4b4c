'use client';

import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMembershipCounts } from '@/lib/client/use-membership-counts';
import { Section } from './section';
import { useTargeting } from './targeting-context';

/** How many memberships of the flag are open here, and how many will be. */
export function MembershipsSection() {
  const t = useTranslations('people.membership.step');
  const { project, flag, environment } = useTargeting();
  const { data, isError } = useMembershipCounts(project, flag.key, environment.key);
  // What could not be read is said nothing of: the rest of the page does not depend on it.
  if (isError) return null;
  const isEmpty = data !== undefined && data.open + data.upcoming === 0;
  return (
    <Section
      icon={<CalendarClock />}
      title={t('title')}
      description={data ? t(isEmpty ? 'none' : 'count', data) : '…'}
    />
  );
}
