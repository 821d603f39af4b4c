import { RoleSettings } from '@/components/settings/roles/role-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { userInInstallation } from '@/lib/auth/session';
import { listRoles } from '@/lib/services/roles/list';
import { loadConsole } from '../../load-console';

export default async function RolesPage({ params }: { params: Promise<{ project: string }> }) {
  const { can } = await loadConsole((await params).project);
  if (!can.manageUsers) return <ForbiddenState />;
  const { items } = await listRoles(await userInInstallation(), {});
  return <RoleSettings roles={items} />;
}
