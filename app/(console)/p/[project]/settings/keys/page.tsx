import { KeySettings } from '@/components/settings/keys/key-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { listApiKeys } from '@/lib/services/keys/list';
import { builtInRoles, listRoles } from '@/lib/services/roles/list';
import { loadConsole } from '../../load-console';

export default async function KeysPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.manageKeys) return <ForbiddenState />;
  const [keys, roles] = await Promise.all([
    listApiKeys(ctx, { limit: 200 }),
    // Custom roles are the installation's: a project's administrator gives the built-in ones.
    can.manageUsers ? listRoles(await userInInstallation(), { limit: 200 }) : { items: builtInRoles() },
  ]);
  return <KeySettings project={project} environments={environments} keys={keys.items} roles={roles.items} />;
}
