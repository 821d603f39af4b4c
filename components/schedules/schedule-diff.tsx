'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { DiffView } from '@/components/shared/diff-view';
import { configurationOf, draftOf } from '@/components/targeting/draft';
import { Skeleton } from '@/components/ui/skeleton';
import { applyInstructions } from '@/lib/changes/apply';
import { asChangeError } from '@/lib/changes/issue';
import { useConfiguration } from '@/lib/client/use-configuration';
import { useFlagView } from '@/lib/client/use-flag-search';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import type { FlagView } from '@/lib/services/flags/types';
import type { ScheduleView } from '@/lib/services/schedules/types';

interface Differs {
  before: object;
  after: object;
}

/** What a schedule would make of what is stored now; null where it cannot be applied to that. */
function differenceOf(flag: FlagView, stored: ConfigurationView, schedule: ScheduleView): Differs | null {
  const configuration = configurationOf(stored);
  try {
    const next = applyInstructions({ definition: flag, configuration }, schedule.instructions);
    return { before: draftOf(flag, configuration), after: draftOf(flag, next) };
  } catch (thrown) {
    if (asChangeError(thrown)) return null;
    throw thrown;
  }
}

/** What running it would change now, as a difference of JSON. */
export function ScheduleDiff({ project, schedule }: { project: string; schedule: ScheduleView }) {
  const t = useTranslations('schedules.detail');
  const { data: flag } = useFlagView(project, schedule.flag);
  const { data: stored } = useConfiguration(project, schedule.flag, schedule.environment);
  const difference = useMemo(
    () => (flag && stored ? differenceOf(flag, stored, schedule) : undefined),
    [flag, stored, schedule],
  );
  if (difference === undefined) return <Skeleton className="h-24 w-full rounded-md" />;
  if (difference === null) return <p className="text-[13px] text-destructive-text">{t('notNow')}</p>;
  const isSame = JSON.stringify(difference.before) === JSON.stringify(difference.after);
  if (isSame) return <p className="text-[13px] text-muted-foreground">{t('sameNow')}</p>;
  return <DiffView before={difference.before} after={difference.after} />;
}
