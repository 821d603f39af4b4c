import type { Permission } from '@/lib/permissions/table';

/** Permissions in the order and groups in which people read them; those of features that are not there are left out. */
export const PERMISSION_GROUPS: readonly {
  id: 'view' | 'edit' | 'administer';
  permissions: readonly Permission[];
}[] = [
  { id: 'view', permissions: ['flag.view', 'subject.view', 'audit.view'] },
  { id: 'edit', permissions: ['flag.edit', 'config.edit', 'config.kill', 'segment.edit'] },
  { id: 'administer', permissions: ['flag.delete', 'key.manage', 'user.manage', 'settings.manage'] },
];

/** Message ids cannot hold dots: `flag.view` → `flag_view`. */
export const permissionMessage = (permission: Permission) => permission.replace('.', '_');
