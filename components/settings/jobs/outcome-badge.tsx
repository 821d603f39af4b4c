import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { JobRunAnswer } from '@/lib/services/job-runs/types';

const TONES = {
  ok: 'success',
  partly: 'warning',
  failed: 'destructive',
  stopped: 'secondary',
  died: 'destructive',
  busy: 'secondary',
} as const;

/** What came of a run. */
export function OutcomeBadge({ outcome }: Pick<JobRunAnswer, 'outcome'>) {
  const t = useTranslations('jobs');
  return <Badge variant={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>;
}
