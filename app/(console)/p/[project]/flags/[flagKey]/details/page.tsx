import { headers } from 'next/headers';
import { DetailsTab } from '@/components/flags/details/details-tab';
import { siteOf } from '@/lib/auth/site';
import { getAnalytics } from '@/lib/services/analytics/get';
import { flagUsage } from '@/lib/services/flags/usage';
import { listDeclarations } from '@/lib/services/registry/list';
import { loadConsole } from '../../../load-console';
import { loadFlag } from '../load-flag';

interface DetailsPageProps {
  params: Promise<{ project: string; flagKey: string }>;
}

/** More applications than this are not listed; the API pages through all. */
const MOST_SOURCES = 200;

export default async function DetailsPage({ params }: DetailsPageProps) {
  const { project, flagKey } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  const flag = await loadFlag(project, flagKey);
  const [usage, seen, declared, asked] = await Promise.all([
    flagUsage(ctx, { key: flag.key }),
    Promise.all(environments.map(({ key }) => getAnalytics(ctx, { flag: flag.key, environment: key, bucket: 'day' }))),
    listDeclarations(ctx, { flag: flag.key, limit: MOST_SOURCES }),
    headers(),
  ]);
  return (
    <DetailsTab
      key={flag.id}
      project={project}
      environments={environments}
      can={can}
      flag={flag}
      usage={usage}
      declarations={declared.items}
      seen={seen.map(({ environment, lastSeenAt, bySdk }) => ({ environment, lastSeenAt, bySdk }))}
      baseUrl={siteOf(asked).origin}
    />
  );
}
