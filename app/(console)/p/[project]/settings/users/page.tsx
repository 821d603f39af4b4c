import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UserSettings } from '@/components/settings/users/user-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { allPages } from '@/lib/services/all-pages';
import { listProjects } from '@/lib/services/projects/list';
import { listRoles } from '@/lib/services/roles/list';
import { listUsers } from '@/lib/services/users/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.users') };
}

export default async function UsersPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, can } = await loadConsole(project);
  if (!can.manageUsers) return <ForbiddenState />;
  const installation = await userInInstallation();
  const [users, roles, projects] = await Promise.all([
    allPages((cursor) => listUsers(installation, { limit: 200, cursor })),
    allPages((cursor) => listRoles(installation, { limit: 200, cursor })),
    allPages((cursor) => listProjects(installation, { limit: 200, cursor })),
  ]);
  return <UserSettings users={users} roles={roles} projects={projects} self={ctx.actor.id} />;
}
