import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { TenantsPage } from '@/components/tenants/tenants-page';
import { listTenants } from '@/lib/services/tenants/list';
import { chooseEnvironment, loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the grid reads itself, the list has at once. */
const FIRST_PAGE = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tenants'))('title') };
}

export default async function TenantsRoute({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can, canMakeTenants } = await loadConsole(project);
  if (!can.viewFlags) return <ForbiddenState headingLevel={1} />;
  const environment = chooseEnvironment(environments, asked.env);
  if (!environment) notFound();
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const limit = asked.view === 'grid' ? 1 : FIRST_PAGE;
  const page = await listTenants(ctx, { limit, q: q || undefined, environment: environment.key });
  const total = q === '' ? (page.total ?? 0) : ((await listTenants(ctx, { limit: 1 })).total ?? 0);
  return (
    <TenantsPage
      project={project}
      environment={environment}
      canCreate={canMakeTenants}
      canEdit={can.environments[environment.key]?.editOverrides ?? false}
      total={total}
      initial={asked.view === 'grid' ? undefined : { q, page }}
    />
  );
}
