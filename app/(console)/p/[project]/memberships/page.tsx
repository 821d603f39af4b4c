import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { MembershipsPage } from '@/components/memberships/memberships-page';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { countMemberships } from '@/lib/services/memberships/counts';
import { searchMemberships } from '@/lib/services/memberships/search';
import { chooseEnvironment, loadConsole } from '../load-console';
import { readAsked } from './read-asked';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('memberships'))('title') };
}

export default async function Memberships({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewFlags) return <ForbiddenState headingLevel={1} />;
  const chosen = chooseEnvironment(environments, asked.env);
  const environment = toFlagEnvironments(environments, can).find(({ key }) => key === chosen?.key);
  if (!environment) notFound();
  const filter = await readAsked(ctx, asked);
  const flag = filter.flag ?? undefined;
  const place = { environment: environment.key, flag };
  const [page, counts] = await Promise.all([
    searchMemberships(ctx, { ...place, state: filter.state ?? undefined, q: filter.q || undefined, limit: 200 }),
    countMemberships(ctx, place),
  ]);
  return <MembershipsPage key={environment.key} {...{ project, environment }} initial={{ filter, page, counts }} />;
}
