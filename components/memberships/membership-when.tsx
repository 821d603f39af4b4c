'use client';

import { cn } from '@/components/ui/cn';
import type { MembershipView } from '@/lib/services/memberships/types';
import { useDateRange } from './use-date-range';

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** From when to when, shortly: whole days as days, in the membership's own zone. */
export function MembershipWhen({ membership, className }: { membership: MembershipView; className?: string }) {
  const range = useDateRange();
  const { startsAt, endsAt, startDate, endDate, timezone: timeZone } = membership;
  const isDays = startDate !== null && endDate !== null;
  // The last day is included: its end is the first instant of the next.
  const text = isDays
    ? range(new Date(startsAt), new Date(Date.parse(endsAt) - 1), { ...DAY, timeZone })
    : range(new Date(startsAt), new Date(endsAt), { ...TIME, timeZone });
  return <span className={cn('text-muted-foreground tabular-nums', className)}>{text}</span>;
}
