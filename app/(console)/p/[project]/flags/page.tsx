import { headers } from 'next/headers';
import { FlagList } from '@/components/flags/flag-list';
import { ScopeLine } from '@/components/tenants/scope-line';
import { TenantShortcuts } from '@/components/tenants/tenant-shortcuts';
import { siteOf } from '@/lib/auth/site';
import { FLAG_SORTS } from '@/lib/schemas/flag';
import { listFlags } from '@/lib/services/flags/list';
import { chooseEnvironment, loadConsole } from '../load-console';
import { TenantScope } from './tenant-scope';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Enough rows that the next ones are not asked for while the first are being drawn. */
const FIRST_PAGE = 120;

export default async function FlagsPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can, hasTenants } = await loadConsole(project);
  if (typeof asked.tenant === 'string') return <TenantScope project={project} tenant={asked.tenant} asked={asked} />;
  const environment = chooseEnvironment(environments, asked.env);
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const sort = FLAG_SORTS.find((name) => name === asked.sort) ?? 'key';
  const direction = asked.direction === 'desc' ? ('desc' as const) : ('asc' as const);
  const page = await listFlags(ctx, { limit: FIRST_PAGE, q: q || undefined, sort, direction });
  return (
    <FlagList
      project={project}
      environments={environments}
      can={can}
      baseUrl={siteOf(await headers()).origin}
      scope={
        hasTenants && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <ScopeLine tenant={null} />
            {environment && <TenantShortcuts project={project} environment={environment.key} current={null} />}
          </div>
        )
      }
      initial={{ page, filter: { q, sort, direction } }}
    />
  );
}
