import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RoleSettings } from '@/components/settings/roles/role-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { allPages } from '@/lib/services/all-pages';
import { listRoles } from '@/lib/services/roles/list';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.roles') };
}

export default async function RolesPage({ params }: { params: Promise<{ project: string }> }) {
  const { can } = await loadConsole((await params).project);
  if (!can.manageUsers) return <ForbiddenState />;
  const installation = await userInInstallation();
  const roles = await allPages((cursor) => listRoles(installation, { limit: 200, cursor }));
  return <RoleSettings roles={roles} />;
}
