'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { RelativeTime } from '@/components/shared/relative-time';
import { SearchInput } from '@/components/shared/search-input';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { userActions } from '@/lib/client/user-actions';
import type { RoleView } from '@/lib/services/roles/types';
import type { UserView } from '@/lib/services/users/types';
import { SecretOnce } from '../secret-once';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { InviteDialog } from './invite-dialog';
import { RoleDialog } from './role-dialog';
import { useRoleName } from './use-role-options';
import { type UserAct, UserMenu } from './user-menu';

export interface UserSettingsProps {
  users: readonly UserView[];
  roles: readonly RoleView[];
  projects: readonly { key: string; name: string }[];
  /** The signed-in user's id. */
  self: string;
}

type Asking = { act: UserAct; user: UserView };

/** What the confirming button says: the words of the menu. */
const CONFIRM_LABELS = {
  role: 'saveRole',
  invite: 'inviteLink',
  reset: 'resetLink',
  disable: 'disable',
  enable: 'enable',
  signOut: 'signOut',
  remove: 'remove',
} as const;

function useColumns(
  { roles, projects, self }: Omit<UserSettingsProps, 'users'>,
  onAct: (asking: Asking) => void,
): Column<UserView>[] {
  const t = useTranslations('settings.user');
  const nameOf = useRoleName();
  return useMemo(() => {
    const roleName = (key: string): string => {
      const role = roles.find((candidate) => candidate.key === key);
      return role ? nameOf(role) : key;
    };
    const placeName = (key: string | null): string =>
      key === null ? t('everywhere') : (projects.find((project) => project.key === key)?.name ?? key);
    return [
      {
        id: 'name',
        header: t('name'),
        track: 'minmax(8rem, 1.6fr)',
        cell: (user) => (
          <span className="grid min-w-0">
            <span className="flex min-w-0 items-center gap-1.5">
              <span className="truncate font-medium">{user.name}</span>
              {user.id === self && <Badge>{t('you')}</Badge>}
            </span>
            <span className="truncate text-xs text-muted-foreground">{user.email}</span>
          </span>
        ),
      },
      {
        id: 'roles',
        header: t('roles'),
        track: 'minmax(9rem, 1.4fr)',
        from: 'sm',
        cell: ({ assignments }) => (
          <span className="flex min-w-0 flex-wrap gap-1 overflow-hidden">
            {assignments.map(({ role, project, environment }) => (
              <Badge key={`${role} ${project} ${environment}`} variant="outline">
                {roleName(role)} · {placeName(project)}
                {environment && ` / ${environment}`}
              </Badge>
            ))}
          </span>
        ),
      },
      {
        id: 'status',
        header: t('status'),
        track: '5.5rem',
        cell: ({ active, disabled }) => {
          const status = disabled ? 'disabled' : active ? 'active' : 'pending';
          const variants = { disabled: 'destructive', active: 'success', pending: 'warning' } as const;
          return <Badge variant={variants[status]}>{t(`statuses.${status}`)}</Badge>;
        },
      },
      {
        id: 'lastSeen',
        header: t('lastSeen'),
        track: '8rem',
        from: 'md',
        cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} className="truncate text-muted-foreground" />,
      },
      {
        id: 'menu',
        header: <span className="sr-only">{t('actions')}</span>,
        label: t('actions'),
        track: '2rem',
        align: 'end',
        cell: (user) => <UserMenu user={user} onAct={(act) => onAct({ act, user })} />,
      },
    ];
  }, [t, nameOf, roles, projects, self, onAct]);
}

function useUserActs(onLink: (url: string) => void) {
  const t = useTranslations('settings.user');
  const disable = useSettingsAction(userActions.disable, ({ name }) => t('done.disable', { name }));
  const enable = useSettingsAction(userActions.enable, ({ name }) => t('done.enable', { name }));
  const signOut = useSettingsAction(userActions.signOut, () => t('done.signOut'));
  const remove = useSettingsAction(userActions.remove, () => t('done.remove'));
  const link = useSettingsAction(
    ({ id, isReset }: { id: string; isReset: boolean }) =>
      isReset ? userActions.resetLink({ id }) : userActions.inviteLink({ id }),
    ({ url }) => {
      onLink(url);
      return t('done.link');
    },
  );
  return { disable, enable, signOut, remove, link };
}

/** Who may sign in, and as what. */
export function UserSettings(props: UserSettingsProps) {
  const { users, roles, projects } = props;
  const t = useTranslations('settings.user');
  const [q, setQ] = useState('');
  const [isInviting, setIsInviting] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const acts = useUserActs(setLink);
  const columns = useColumns(props, setAsking);
  const wanted = q.trim().toLowerCase();
  const rows = users.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  const confirmed = asking !== null && asking.act !== 'role' ? asking : null;
  const run = async ({ act, user: { id } }: Asking): Promise<void> => {
    if (act === 'disable') await acts.disable.mutateAsync({ id });
    if (act === 'enable') await acts.enable.mutateAsync({ id });
    if (act === 'signOut') await acts.signOut.mutateAsync({ id });
    if (act === 'remove') await acts.remove.mutateAsync({ id });
    if (act === 'invite' || act === 'reset') await acts.link.mutateAsync({ id, isReset: act === 'reset' });
  };
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchInput value={q} onChange={setQ} label={t('search')} />
        <Button onClick={() => setIsInviting(true)}>
          <Plus />
          {t('inviteTitle')}
        </Button>
      </div>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        rowHeight={48}
      />
      <InviteDialog roles={roles} projects={projects} open={isInviting} onClose={() => setIsInviting(false)} />
      <RoleDialog
        roles={roles}
        projects={projects}
        user={asking?.act === 'role' ? asking.user : null}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        open={confirmed !== null}
        onOpenChange={() => setAsking(null)}
        title={confirmed && t(`ask.${confirmed.act}`, { name: confirmed.user.name })}
        description={confirmed && t(`askHint.${confirmed.act}`)}
        confirmLabel={confirmed && t(CONFIRM_LABELS[confirmed.act])}
        destructive={confirmed?.act === 'remove'}
        typedName={confirmed?.act === 'remove' ? confirmed.user.email : undefined}
        onConfirm={async () => {
          if (confirmed) await run(confirmed);
        }}
      />
      <Dialog open={link !== null} onOpenChange={() => setLink(null)}>
        <DialogContent className="max-w-lg">
          <DialogHeader>
            <DialogTitle>{t('linkTitle')}</DialogTitle>
            <DialogDescription>{t('linkHint')}</DialogDescription>
          </DialogHeader>
          {link && <SecretOnce value={link} label={t('link')} hint={t('inviteOnce')} />}
        </DialogContent>
      </Dialog>
    </section>
  );
}
