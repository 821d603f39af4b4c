import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { SegmentPage } from '@/components/segments/segment-page';
import { asServiceError } from '@/lib/services/errors';
import { getSegment } from '@/lib/services/segments/get';
import { chooseEnvironment, loadConsole } from '../../load-console';

interface Props {
  params: Promise<{ project: string; segmentKey: string }>;
  searchParams: Promise<{ env?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('segments');
  return { title: `${decodeURIComponent((await params).segmentKey)} · ${t('title')}` };
}

export default async function SegmentRoute({ params, searchParams }: Props) {
  const { project, segmentKey } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  const chosen = chooseEnvironment(environments, (await searchParams).env);
  const environment = toFlagEnvironments(environments, can).find(({ key }) => key === chosen?.key);
  if (!environment) notFound();
  const input = { key: decodeURIComponent(segmentKey), environment: environment.key };
  const segment = await getSegment(ctx, input).catch((thrown: unknown) => {
    const kind = asServiceError(thrown)?.kind;
    if (kind === 'not_found' || kind === 'invalid') return null;
    throw thrown;
  });
  if (!segment) notFound();
  return <SegmentPage project={project} segment={segment} environment={environment} />;
}
