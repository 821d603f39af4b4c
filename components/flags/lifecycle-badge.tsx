import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { FlagLifecycle } from '@/lib/services/flags/types';

const VARIANTS = {
  new: 'default',
  live: 'success',
  rolledOut: 'secondary',
  stale: 'warning',
  archived: 'outline',
} as const satisfies Record<FlagLifecycle, string>;

/** Where a flag is in its life; the hint says what made it so. */
export function LifecycleBadge({ lifecycle }: { lifecycle: FlagLifecycle }) {
  const t = useTranslations('flags');
  return (
    <Badge variant={VARIANTS[lifecycle]} title={t(`lifecycleHint.${lifecycle}`)}>
      {t(`lifecycle.${lifecycle}`)}
    </Badge>
  );
}
