import { PageBody } from '@/components/frame/page-body';
import { PageHeader } from '@/components/shared/page-header';
import { TenantAudit } from '@/components/tenants/tenant-audit';
import { getTranslations } from 'next-intl/server';
import { loadOwn, type OwnParams } from '../load-own';

export default async function OwnAuditPage({ params }: { params: OwnParams }) {
  const { project, tenant } = await params;
  const { home } = await loadOwn(project, tenant);
  const t = await getTranslations('tenants.audit');
  return (
    <PageBody layout="fill" className="mx-auto max-w-5xl">
      <PageHeader title={t('title')} />
      <TenantAudit project={home.project.key} tenant={home.tenant.key} environments={home.environments} />
    </PageBody>
  );
}
