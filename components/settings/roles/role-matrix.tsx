'use client';

import { Check, ShieldHalf } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { RoleView } from '@/lib/services/roles/types';
import { useRoleName } from '../users/use-role-options';
import { PERMISSION_GROUPS, permissionMessage } from './permission-groups';

/** What each role may do; half a shield marks what stops at protected environments. */
export function RoleMatrix({ roles }: { roles: readonly RoleView[] }) {
  const t = useTranslations('settings.role');
  const nameOf = useRoleName();
  const cell = (role: RoleView, permission: string, isEdit: boolean) => {
    if (!role.permissions.includes(permission)) return <span className="sr-only">{t('no')}</span>;
    if (isEdit && !role.reachesProtected) {
      return <ShieldHalf role="img" aria-label={t('unprotectedOnly')} className="mx-auto size-4 text-warning" />;
    }
    return <Check role="img" aria-label={t('yes')} className="mx-auto size-4 text-success" />;
  };
  return (
    // Focusable, so that the keyboard can scroll it where it is wider than the page.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={t('matrix')} tabIndex={0} className="overflow-x-auto rounded-lg border bg-card">
      <table className="w-full text-sm">
        <thead className="border-b bg-muted/40 text-left">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('permission')}
            </th>
            {roles.map((role) => (
              <th key={role.key} scope="col" className="px-3 py-2 text-center font-medium whitespace-nowrap">
                {nameOf(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSION_GROUPS.map((group) => (
            <Fragment key={group.id}>
              <tr className="border-b bg-muted/20">
                <th
                  scope="rowgroup"
                  colSpan={roles.length + 1}
                  className="px-4 py-1.5 text-left text-xs font-medium text-muted-foreground"
                >
                  {t(`group.${group.id}`)}
                </th>
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission} className="border-b last:border-b-0">
                  <th scope="row" className="sticky left-0 bg-card px-4 py-1.5 text-left font-normal max-sm:max-w-40">
                    {t(`permissions.${permissionMessage(permission)}`)}
                  </th>
                  {roles.map((role) => (
                    <td key={role.key} className="px-3 py-1.5 text-center">
                      {cell(role, permission, group.id === 'edit')}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
