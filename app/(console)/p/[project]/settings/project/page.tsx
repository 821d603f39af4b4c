import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectSettings } from '@/components/settings/project/project-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { allows } from '@/lib/permissions/allows';
import { getProject } from '@/lib/services/projects/get';
import { listProjects } from '@/lib/services/projects/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.project') };
}

export default async function ProjectSettingsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project: key } = await params;
  const { ctx, can } = await loadConsole(key);
  if (!can.manageSettings) return <ForbiddenState />;
  const installation = await userInInstallation();
  const [project, { items }] = await Promise.all([
    getProject(installation, { key }),
    listProjects(installation, { limit: 2 }),
  ]);
  const canCreate = allows(ctx.actor.grants, 'settings.manage', null);
  return <ProjectSettings project={project} isOnly={items.length < 2} canCreate={canCreate} />;
}
