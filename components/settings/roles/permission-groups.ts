import { ADMINISTER_PERMISSIONS, EDIT_PERMISSIONS, type Permission, VIEW_PERMISSIONS } from '@/lib/permissions/table';

/** Permissions in the order and groups in which people read them. */
export const PERMISSION_GROUPS: readonly {
  id: 'view' | 'edit' | 'approve' | 'administer';
  permissions: readonly Permission[];
}[] = [
  { id: 'view', permissions: VIEW_PERMISSIONS },
  { id: 'edit', permissions: EDIT_PERMISSIONS },
  { id: 'approve', permissions: ['approval.give'] },
  { id: 'administer', permissions: ADMINISTER_PERMISSIONS },
];

/** Message ids cannot hold dots: `flag.view` → `flag_view`. */
export const permissionMessage = (permission: Permission) => permission.replace('.', '_');
