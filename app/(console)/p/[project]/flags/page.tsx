import { headers } from 'next/headers';
import { FlagList } from '@/components/flags/flag-list';
import { siteOf } from '@/lib/auth/site';
import { FLAG_SORTS } from '@/lib/schemas/flag';
import { listFlags } from '@/lib/services/flags/list';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Enough rows that the next ones are not asked for while the first are being drawn. */
const FIRST_PAGE = 120;

export default async function FlagsPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
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
      initial={{ page, filter: { q, sort, direction } }}
    />
  );
}
