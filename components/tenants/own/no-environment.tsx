import { DoorClosed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/shared/empty-state';

/** Nothing is open to the tenant yet. */
export function NoEnvironment() {
  const t = useTranslations('tenants.own.noEnvironment');
  return <EmptyState headingLevel={1} icon={<DoorClosed />} title={t('title')} description={t('description')} />;
}
