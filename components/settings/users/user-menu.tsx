'use client';

import { Ellipsis, KeyRound, Link2, LogOut, ShieldCheck, Trash2, UserCheck, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { UserView } from '@/lib/services/users/types';

export type UserAct = 'role' | 'invite' | 'reset' | 'disable' | 'enable' | 'signOut' | 'remove';

/** What an administrator can do with somebody's account. */
export function UserMenu({ user, onAct }: { user: UserView; onAct: (act: UserAct) => void }) {
  const t = useTranslations('settings.user');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('actionsOf', { name: user.name })}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => onAct('role')}>
          <ShieldCheck />
          {t('changeRole')}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onAct(user.active ? 'reset' : 'invite')}>
          {user.active ? <KeyRound /> : <Link2 />}
          {t(user.active ? 'resetLink' : 'inviteLink')}
        </DropdownMenuItem>
        {user.active && (
          <DropdownMenuItem onSelect={() => onAct('signOut')}>
            <LogOut />
            {t('signOut')}
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => onAct(user.disabled ? 'enable' : 'disable')}>
          {user.disabled ? <UserCheck /> : <UserX />}
          {t(user.disabled ? 'enable' : 'disable')}
        </DropdownMenuItem>
        <DropdownMenuItem variant="destructive" onSelect={() => onAct('remove')}>
          <Trash2 />
          {t('remove')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
