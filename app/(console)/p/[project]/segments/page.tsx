import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SegmentList } from '@/components/segments/segment-list';
import { listSegments } from '@/lib/services/segments/list';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('segments'))('title') };
}

export default async function SegmentsPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 500) : '';
  const page = await listSegments(ctx, { limit: 200, q: q || undefined });
  const canCreate = Object.values(can.environments).some(({ editSegments }) => editSegments);
  return <SegmentList project={project} environments={environments} canCreate={canCreate} initial={{ q, page }} />;
}
