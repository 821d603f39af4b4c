import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeySettings } from '@/components/settings/keys/key-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { allPages } from '@/lib/services/all-pages';
import { listApiKeys } from '@/lib/services/keys/list';
import { builtInRoles, listRoles } from '@/lib/services/roles/list';
import { loadConsole } from '../../load-console';

async function allRoles() {
  const installation = await userInInstallation();
  return allPages((cursor) => listRoles(installation, { limit: 200, cursor }));
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.keys') };
}

export default async function KeysPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.manageKeys) return <ForbiddenState />;
  const [keys, roles] = await Promise.all([
    allPages((cursor) => listApiKeys(ctx, { limit: 200, cursor })),
    // Custom roles are the installation's: a project's administrator gives the built-in ones.
    can.manageUsers ? allRoles() : builtInRoles(),
  ]);
  return <KeySettings project={project} environments={environments} keys={keys} roles={roles} />;
}
