import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RequestList } from '@/components/requests/request-list';
import { chooseFilter } from '@/components/requests/request-filter';
import { listChangeRequests } from '@/lib/services/approvals/list';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') };
}

export default async function ChangeRequestsPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewFlags) notFound();
  const show = chooseFilter(asked.show);
  const page = await listChangeRequests(ctx, { limit: 50, ...show.query });
  const places = environments.map(({ key, name, color }) => ({ key, name, color }));
  return <RequestList project={project} environments={places} initial={{ show: show.name, page }} />;
}
