import { PageBody } from '@/components/frame/page-body';
import { PageHeader } from '@/components/shared/page-header';
import { TenantRoles } from '@/components/tenants/tenant-roles';
import { getTranslations } from 'next-intl/server';
import { getTenantRoles } from '@/lib/services/tenants/get-roles';
import { loadOwn, type OwnParams } from '../load-own';

export default async function OwnRolesPage({ params }: { params: OwnParams }) {
  const { project, tenant } = await params;
  const { ctx, home } = await loadOwn(project, tenant);
  const t = await getTranslations('tenants.roles');
  const stored = await getTenantRoles(ctx, {});
  return (
    <PageBody layout="prose">
      <PageHeader title={t('title')} description={t('hint')} />
      <TenantRoles
        key={stored.version}
        project={home.project.key}
        tenant={home.tenant.key}
        stored={stored}
        canEdit={home.mayEdit}
      />
    </PageBody>
  );
}
