'use client';

import { CircleCheck, CircleSlash, CircleX, Clock, Eye, Pause, SkipForward } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { RunOutcome, ScheduleStatus, ScheduleView } from '@/lib/services/schedules/types';

type Tone = 'default' | 'secondary' | 'outline' | 'success' | 'warning' | 'destructive';

const STATUS: Readonly<Record<ScheduleStatus, { tone: Tone; icon: ReactNode }>> = {
  waiting: { tone: 'default', icon: <Clock /> },
  paused: { tone: 'secondary', icon: <Pause /> },
  review: { tone: 'warning', icon: <Eye /> },
  done: { tone: 'success', icon: <CircleCheck /> },
  failed: { tone: 'destructive', icon: <CircleX /> },
  cancelled: { tone: 'outline', icon: <CircleSlash /> },
};
const OUTCOME: Readonly<Record<RunOutcome, { tone: Tone; icon: ReactNode }>> = {
  applied: { tone: 'success', icon: <CircleCheck /> },
  unchanged: { tone: 'secondary', icon: <CircleCheck /> },
  skipped: { tone: 'outline', icon: <SkipForward /> },
  failed: { tone: 'destructive', icon: <CircleX /> },
  review: { tone: 'warning', icon: <Eye /> },
};

export function ScheduleStatusBadge({ schedule }: { schedule: Pick<ScheduleView, 'status' | 'lastRun'> }) {
  const t = useTranslations('schedules');
  // Its time came, and went by.
  const isMissed = schedule.status === 'done' && schedule.lastRun?.outcome === 'skipped';
  if (isMissed) return <OutcomeBadge outcome="skipped" />;
  const { tone, icon } = STATUS[schedule.status];
  return (
    <Badge variant={tone}>
      {icon}
      {t(`status.${schedule.status}`)}
    </Badge>
  );
}

export function OutcomeBadge({ outcome }: { outcome: RunOutcome }) {
  const t = useTranslations('schedules');
  const { tone, icon } = OUTCOME[outcome];
  return (
    <Badge variant={tone}>
      {icon}
      {t(`outcome.${outcome}`)}
    </Badge>
  );
}
