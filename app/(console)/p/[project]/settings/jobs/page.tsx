import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JobSettings } from '@/components/settings/jobs/job-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { listJobs } from '@/lib/services/job-runs/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.jobs') };
}

export default async function JobsPage({ params }: { params: Promise<{ project: string }> }) {
  const { can } = await loadConsole((await params).project);
  if (!can.manageInstallation) return <ForbiddenState />;
  return <JobSettings initial={await listJobs(await userInInstallation(), {})} />;
}
