import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { SettingsNav } from '@/components/settings/settings-nav';
import { PageHeader } from '@/components/shared/page-header';
import { loadConsole } from '../load-console';
import { visibleSections } from './visible-sections';

interface Props {
  children: ReactNode;
  params: Promise<{ project: string }>;
}

export default async function SettingsLayout({ children, params }: Props) {
  const { project } = await params;
  const [{ can }, t] = await Promise.all([loadConsole(project), getTranslations('settings')]);
  return (
    <PageBody className="max-w-6xl">
      <PageHeader title={t('title')} />
      <SettingsNav project={project} sections={visibleSections(can)} />
      {children}
    </PageBody>
  );
}
