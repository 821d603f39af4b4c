'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { KeyText } from '@/components/shared/key-text';
import { Button } from '@/components/ui/button';
import { roleActions } from '@/lib/client/role-actions';
import type { RoleView } from '@/lib/services/roles/types';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { RoleFormDialog } from './role-form-dialog';
import { RoleMatrix } from './role-matrix';

/** The built-in roles beside the custom ones, and what each may do. */
export function RoleSettings({ roles }: { roles: readonly RoleView[] }) {
  const t = useTranslations('settings.role');
  const [editing, setEditing] = useState<'new' | RoleView | null>(null);
  const [deleting, setDeleting] = useState<RoleView | null>(null);
  const remove = useSettingsAction(roleActions.remove, () => t('deleted'));
  const custom = roles.filter(({ builtIn }) => !builtIn);
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
        <Button onClick={() => setEditing('new')}>
          <Plus />
          {t('createTitle')}
        </Button>
      </div>
      {custom.length > 0 && (
        <ul className="divide-y rounded-lg border bg-card" aria-label={t('custom')}>
          {custom.map((role) => (
            <li key={role.key} className="flex items-center gap-3 px-4 py-2">
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                <span className="truncate text-sm font-medium">{role.name}</span>
                <KeyText value={role.key} />
              </span>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('edit', { name: role.name })}
                onClick={() => setEditing(role)}
              >
                <Pencil />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('delete', { name: role.name })}
                onClick={() => setDeleting(role)}
              >
                <Trash2 />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RoleMatrix roles={roles} />
      <RoleFormDialog subject={editing} onClose={() => setEditing(null)} />
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        title={deleting && t('deleteTitle', { name: deleting.name })}
        description={t('deleteHint')}
        confirmLabel={deleting && t('delete', { name: deleting.name })}
        destructive
        onConfirm={async () => {
          if (deleting) await remove.mutateAsync({ key: deleting.key, version: deleting.version });
        }}
      />
    </section>
  );
}
