'use client';

import { useTranslations } from 'next-intl';
import { CircleCheck, CircleDashed, CirclePause, CirclePlay, CircleX, Hourglass, Undo2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import type { PlanStatus } from '@/lib/services/plans/types';

const LOOKS: Record<PlanStatus, { variant: ComponentProps<typeof Badge>['variant']; Icon: typeof CircleCheck }> = {
  draft: { variant: 'outline', Icon: CircleDashed },
  running: { variant: 'default', Icon: CirclePlay },
  holding: { variant: 'warning', Icon: Hourglass },
  paused: { variant: 'secondary', Icon: CirclePause },
  completed: { variant: 'success', Icon: CircleCheck },
  rolledBack: { variant: 'destructive', Icon: Undo2 },
  failed: { variant: 'destructive', Icon: CircleX },
};

/** How a plan is doing, in a word. */
export function PlanStatusBadge({ status }: { status: PlanStatus }) {
  const t = useTranslations('plans.status');
  const { variant, Icon } = LOOKS[status];
  return (
    <Badge variant={variant}>
      <Icon aria-hidden="true" />
      {t(status)}
    </Badge>
  );
}
