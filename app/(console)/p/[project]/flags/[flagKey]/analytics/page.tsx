import { notFound } from 'next/navigation';
import { choiceOf, rangeStart } from '@/components/analytics/analytics-range';
import { AnalyticsTab } from '@/components/analytics/analytics-tab';
import { getAnalytics } from '@/lib/services/analytics/get';
import { chooseEnvironment, loadConsole } from '../../../load-console';
import { loadFlag } from '../load-flag';

interface AnalyticsPageProps {
  params: Promise<{ project: string; flagKey: string }>;
  searchParams: Promise<{ env?: string | string[]; range?: string | string[]; bucket?: string | string[] }>;
}

export default async function AnalyticsPage({ params, searchParams }: AnalyticsPageProps) {
  const [{ project, flagKey }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments } = await loadConsole(project);
  const environment = chooseEnvironment(environments, asked.env);
  if (!environment) notFound();
  const { key, type, variants } = await loadFlag(project, flagKey);
  const choice = choiceOf(asked);
  const from = rangeStart(choice.range, choice.bucket, ctx.now.getTime());
  const view = await getAnalytics(ctx, { flag: key, environment: environment.key, from, bucket: choice.bucket });
  return (
    <AnalyticsTab
      key={environment.key}
      project={project}
      flag={{ key, type, variants }}
      environment={{ key: environment.key, name: environment.name }}
      initial={{ choice, view }}
    />
  );
}
