import { NoEnvironment } from '@/components/tenants/own/no-environment';
import { OwnFlags } from '@/components/tenants/own/own-flags';
import { listTenantFlags } from '@/lib/services/overrides/list-tenant-flags';
import { loadOwn, openEnvironment, type OwnParams } from './load-own';

interface Props {
  params: OwnParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OwnFlagsPage({ params, searchParams }: Props) {
  const [{ project, tenant }, asked] = await Promise.all([params, searchParams]);
  const { ctx, home } = await loadOwn(project, tenant);
  const environment = openEnvironment(home, asked.env);
  if (!environment) return <NoEnvironment />;
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const page = await listTenantFlags(ctx, { environment: environment.key, limit: 200, q: q || undefined });
  return <OwnFlags key={environment.key} home={home} environment={environment} initial={{ q, page }} />;
}
