import { PageBody } from '@/components/frame/page-body';
import { PageHeader } from '@/components/shared/page-header';
import { AccountSettings } from '@/components/settings/account/account-settings';
import { requireUser } from '@/lib/auth/page-context';
import { getTranslations } from 'next-intl/server';
import { loadOwn, type OwnParams } from '../load-own';

export default async function OwnAccountPage({ params }: { params: OwnParams }) {
  const { project, tenant } = await params;
  await loadOwn(project, tenant);
  const { actor } = await requireUser();
  const t = await getTranslations('settings');
  return (
    <PageBody layout="prose">
      <PageHeader title={t('section.account')} />
      <AccountSettings name={actor.name} email={actor.email} />
    </PageBody>
  );
}
