'use client';

import { useMemo } from 'react';
import { WindowState } from '@/components/shared/windows/window-state';
import { describeRecurrence } from '@/lib/changes/describe-recurrence';
import { useSentences } from '@/lib/client/use-sentences';
import type { TimeWindow } from '@/lib/engine/types';
import type { MembershipView } from '@/lib/services/memberships/types';

/** Whether a membership counts now and when that changes, with its hours where it has some. */
export function MembershipWindowState({ membership }: { membership: MembershipView }) {
  const word = useSentences();
  const { startsAt, endsAt, timezone, recurring } = membership;
  const window = useMemo(
    (): TimeWindow => ({ startsAt, endsAt, timezone, ...(recurring && { recurring }) }),
    [startsAt, endsAt, timezone, recurring],
  );
  return (
    <span className="grid gap-0.5 text-muted-foreground">
      <WindowState window={window} className="w-fit" />
      {recurring && <span className="text-xs">{word(describeRecurrence(recurring, timezone))}</span>}
    </span>
  );
}
