import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditList } from '@/components/audit/audit-list';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { listAudit } from '@/lib/services/audit/list';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewAudit) return <ForbiddenState headingLevel={1} />;
  // A filtered page is read by the browser: days are the reader's, in a zone that only the browser knows.
  const isFiltered = ['q', 'flag', 'environment', 'action', 'from', 'to', 'of'].some((name) => name in asked);
  const page = isFiltered ? null : await listAudit(ctx, { limit: 100 });
  return <AuditList project={project} environments={environments} seesInstallation={can.manageUsers} initial={page} />;
}
