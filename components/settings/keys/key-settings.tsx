'use client';

import { KeyRound, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { keyActions } from '@/lib/client/key-actions';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { ApiKeyView } from '@/lib/services/keys/types';
import type { RoleView } from '@/lib/services/roles/types';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { useRoleName } from '../users/use-role-options';
import { CreateKeyDialog } from './create-key-dialog';

export interface KeySettingsProps {
  project: string;
  environments: readonly EnvironmentView[];
  keys: readonly ApiKeyView[];
  roles: readonly RoleView[];
}

function useColumns(
  { environments, roles }: Pick<KeySettingsProps, 'environments' | 'roles'>,
  onRevoke: (key: ApiKeyView) => void,
): Column<ApiKeyView>[] {
  const t = useTranslations('settings.key');
  const nameOf = useRoleName();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        track: 'minmax(8rem, 1.6fr)',
        cell: ({ name, hint }) => (
          <span className="grid min-w-0">
            <span className="truncate font-medium">{name}</span>
            <code className="truncate font-mono text-xs text-muted-foreground">{hint}…</code>
          </span>
        ),
      },
      {
        id: 'kind',
        from: 400,
        header: t('kind'),
        track: '5rem',
        cell: ({ kind }) => <Badge variant={kind === 'admin' ? 'warning' : 'secondary'}>{t(`kinds.${kind}`)}</Badge>,
      },
      {
        id: 'reach',
        header: t('reach'),
        track: 'minmax(8rem, 1fr)',
        from: 'sm',
        cell: ({ environment: key, role: roleKey }) => {
          const environment = environments.find((candidate) => candidate.key === key);
          if (environment) return <EnvironmentBadge environment={environment} />;
          const role = roles.find((candidate) => candidate.key === roleKey);
          return <span className="truncate">{role ? nameOf(role) : (roleKey ?? key)}</span>;
        },
      },
      {
        id: 'lastUsed',
        header: t('lastUsed'),
        track: '8rem',
        from: 'md',
        cell: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} className="truncate text-muted-foreground" />,
      },
      {
        id: 'created',
        header: t('created'),
        track: 'minmax(8rem, 1fr)',
        from: 'lg',
        cell: ({ createdBy, createdAt }) => (
          <span className="grid min-w-0">
            <span className="truncate">{createdBy}</span>
            <RelativeTime at={createdAt} className="truncate text-xs text-muted-foreground" />
          </span>
        ),
      },
      {
        id: 'revoke',
        header: <span className="sr-only">{t('revoke')}</span>,
        label: t('revoke'),
        track: '5.5rem',
        align: 'end',
        cell: (key) => (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('revokeKey', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke')}
          </Button>
        ),
      },
    ],
    [t, environments, roles, nameOf, onRevoke],
  );
}

/** The project's API keys; the secrets themselves are nowhere. */
export function KeySettings({ project, environments, keys, roles }: KeySettingsProps) {
  const t = useTranslations('settings.key');
  const [isCreating, setIsCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);
  const columns = useColumns({ environments, roles }, setRevoking);
  const revoke = useSettingsAction(
    async (input: { id: string; version: number }) => keyActions(project).revoke({ id: input.id }),
    () => t('revoked'),
  );
  const create = (
    <Button onClick={() => setIsCreating(true)}>
      <Plus />
      {t('createTitle')}
    </Button>
  );
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
        {create}
      </div>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={keys}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowHeight={48}
        empty={<EmptyState icon={<KeyRound />} title={t('emptyTitle')} description={t('emptyHint')} action={create} />}
      />
      <CreateKeyDialog
        project={project}
        environments={environments}
        roles={roles}
        open={isCreating}
        onClose={() => setIsCreating(false)}
      />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title={revoking && t('revokeTitle', { name: revoking.name })}
        description={t('revokeHint')}
        confirmLabel={t('revoke')}
        destructive
        onConfirm={async () => {
          if (revoking) await revoke.mutateAsync({ id: revoking.id, version: revoking.version });
        }}
      />
    </section>
  );
}
