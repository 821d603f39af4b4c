import { Flag } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/shared/empty-state';

export default async function FlagNotFound() {
  const t = await getTranslations('targeting.notFound');
  return <EmptyState icon={<Flag />} headingLevel={1} title={t('title')} description={t('description')} />;
}
