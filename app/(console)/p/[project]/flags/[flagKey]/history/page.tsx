import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { HistoryTab } from '@/components/history/history-tab';
import { getConfiguration } from '@/lib/services/configurations/get';
import { listRevisions } from '@/lib/services/configurations/list-revisions';
import { chooseEnvironment, loadConsole } from '../../../load-console';
import { loadFlag } from '../load-flag';

interface HistoryPageProps {
  params: Promise<{ project: string; flagKey: string }>;
  searchParams: Promise<{ env?: string | string[] }>;
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { project, flagKey } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  const asked = chooseEnvironment(environments, (await searchParams).env);
  const environment = toFlagEnvironments(environments, can).find(({ key }) => key === asked?.key);
  if (!environment) notFound();
  const flag = await loadFlag(project, flagKey);
  const place = { flag: flag.key, environment: environment.key };
  return (
    <HistoryTab
      key={environment.key}
      project={project}
      flag={flag}
      environment={environment}
      current={await getConfiguration(ctx, place)}
      initial={await listRevisions(ctx, { ...place, limit: 25 })}
    />
  );
}
