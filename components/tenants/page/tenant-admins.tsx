'use client';

import { UserPlus, Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { EmptyState } from '@/components/shared/empty-state';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { tenantActions } from '@/lib/client/tenant-actions';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { TenantAdminView } from '@/lib/services/tenants/types';
import { InviteAdminDialog } from './invite-admin-dialog';

export interface TenantAdminsProps {
  project: string;
  tenant: { key: string; name: string };
  environments: readonly EnvironmentView[];
  admins: readonly TenantAdminView[];
}

function useColumns(onRemove: (admin: TenantAdminView) => void): Column<TenantAdminView>[] {
  const t = useTranslations('tenants.admin');
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('person'),
        track: 'minmax(9rem, 2fr)',
        cell: ({ name, email }) => (
          <span className="grid min-w-0">
            <span className="truncate font-medium">{name}</span>
            {email !== name && <span className="truncate text-xs text-muted-foreground">{email}</span>}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('state'),
        track: '6.5rem',
        cell: ({ active }) => (
          <Badge variant={active ? 'success' : 'warning'}>{t(active ? 'active' : 'invited')}</Badge>
        ),
      },
      {
        id: 'since',
        header: t('since'),
        track: '8rem',
        from: 'sm',
        cell: ({ createdAt }) => <RelativeTime at={createdAt} className="truncate text-muted-foreground" />,
      },
      {
        id: 'remove',
        header: <span className="sr-only">{t('remove')}</span>,
        label: t('remove'),
        track: '6rem',
        align: 'end',
        cell: (admin) => (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('removeOf', { name: admin.name })}
            onClick={() => onRemove(admin)}
          >
            {t('remove')}
          </Button>
        ),
      },
    ],
    [t, onRemove],
  );
}

/** A tenant's own administrators: who they are, a link for another, and taking the tenant from one. */
export function TenantAdmins({ project, tenant, environments, admins }: TenantAdminsProps) {
  const t = useTranslations('tenants.admin');
  const [isInviting, setIsInviting] = useState(false);
  const [removing, setRemoving] = useState<TenantAdminView | null>(null);
  const columns = useColumns(setRemoving);
  const remove = useSettingsAction(tenantActions(project).removeAdmin, () => t('removed'));
  const isClosed = environments.every(({ openToTenants }) => !openToTenants);
  const invite = (
    <Button onClick={() => setIsInviting(true)}>
      <UserPlus />
      {t('invite')}
    </Button>
  );
  return (
    <section aria-label={t('title')} className="grid max-w-3xl gap-4 pb-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-prose flex-1 basis-72 text-sm text-muted-foreground">{t('hint', { name: tenant.name })}</p>
        {admins.length > 0 && invite}
      </div>
      {isClosed && (
        <p className="rounded-md border border-warning/30 bg-warning/10 px-3 py-2 text-[13px]">
          {t('closed')}{' '}
          <Link href={`/p/${project}/settings/environments`} className="text-link underline underline-offset-4">
            {t('openSettings')}
          </Link>
        </p>
      )}
      <DataTable
        label={t('title')}
        columns={columns}
        rows={admins}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowHeight={48}
        empty={<EmptyState icon={<Users />} title={t('empty')} description={t('emptyHint')} action={invite} />}
      />
      <InviteAdminDialog project={project} tenant={tenant} open={isInviting} onClose={() => setIsInviting(false)} />
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={() => setRemoving(null)}
        title={t('removeTitle', { name: removing?.name ?? '' })}
        description={t('removeHint', { tenant: tenant.name })}
        confirmLabel={t('remove')}
        destructive
        onConfirm={async () => {
          if (removing) await remove.mutateAsync({ tenant: tenant.key, id: removing.id });
        }}
      />
    </section>
  );
}
