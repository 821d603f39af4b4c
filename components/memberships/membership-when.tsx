'use client';

import { useFormatter } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { MembershipView } from '@/lib/services/memberships/types';

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** From when to when, shortly: whole days as days, in the membership's own zone. */
export function MembershipWhen({ membership, className }: { membership: MembershipView; className?: string }) {
  const format = useFormatter();
  const { startsAt, endsAt, startDate, endDate, timezone: timeZone } = membership;
  const isDays = startDate !== null && endDate !== null;
  // The last day is included: its end is the first instant of the next.
  const text = isDays
    ? format.dateTimeRange(new Date(startsAt), new Date(Date.parse(endsAt) - 1), { ...DAY, timeZone })
    : format.dateTimeRange(new Date(startsAt), new Date(endsAt), { ...TIME, timeZone });
  return <span className={cn('text-muted-foreground tabular-nums', className)}>{text}</span>;
}
