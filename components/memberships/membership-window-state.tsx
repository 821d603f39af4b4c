'use client';

import { useMemo } from 'react';
import { cn } from '@/components/ui/cn';
import { WindowState } from '@/components/shared/windows/window-state';
import { describeRecurrence } from '@/lib/changes/describe-recurrence';
import { useSentences } from '@/lib/client/use-sentences';
import type { TimeWindow } from '@/lib/engine/types';
import type { MembershipView } from '@/lib/services/memberships/types';

export interface MembershipWindowStateProps {
  membership: MembershipView;
  /** Where there is little room: each on one line, cut at its end. */
  isShort?: boolean;
}

/** Whether a membership counts now and when that changes, with its hours where it has some. */
export function MembershipWindowState({ membership, isShort = false }: MembershipWindowStateProps) {
  const word = useSentences();
  const { startsAt, endsAt, timezone, recurring } = membership;
  const window = useMemo(
    (): TimeWindow => ({ startsAt, endsAt, timezone, ...(recurring && { recurring }) }),
    [startsAt, endsAt, timezone, recurring],
  );
  return (
    <span className={cn('grid gap-0.5 text-muted-foreground', isShort && 'grid-cols-[minmax(0,1fr)]')}>
      <WindowState window={window} className={cn('w-fit', isShort && 'max-w-full [&>span:last-child]:truncate')} />
      {recurring && (
        <span className={cn('text-xs', isShort && 'truncate')}>{word(describeRecurrence(recurring, timezone))}</span>
      )}
    </span>
  );
}
