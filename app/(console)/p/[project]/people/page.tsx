import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { PeopleFunnel } from '@/components/people/people-funnel';
import { PeopleList } from '@/components/people/people-list';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { getFunnel } from '@/lib/services/onboarding/funnel';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { listSubjects } from '@/lib/services/subjects/list';
import { chooseEnvironment, loadConsole } from '../load-console';

type Asked = Partial<Record<'env' | 'q' | 'stage' | 'tenant' | 'view', string | string[]>>;

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Asked>;
}

const LONGEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;

export default async function PeoplePage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewSubjects) return <ForbiddenState headingLevel={1} />;
  const chosen = chooseEnvironment(environments, asked.env);
  const environment = toFlagEnvironments(environments, can).find(({ key }) => key === chosen?.key);
  if (!environment) notFound();
  const onboarding = await getOnboarding(ctx, {});
  const place = { project, environment, onboarding };
  if (asked.view === 'funnel') {
    return (
      <PeopleFunnel key={environment.key} {...place} initial={await getFunnel(ctx, { environment: environment.key })} />
    );
  }
  const filter = { q: textOf(asked.q) ?? '', stage: textOf(asked.stage), tenant: textOf(asked.tenant) };
  const page = await listSubjects(ctx, {
    environment: environment.key,
    limit: 200,
    q: filter.q || undefined,
    stage: filter.stage ?? undefined,
    tenant: filter.tenant ?? undefined,
  });
  return <PeopleList key={environment.key} {...place} initial={{ filter, page }} />;
}
