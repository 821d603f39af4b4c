'use client';

import { BookOpen, Keyboard, LogOut, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar, AvatarFallback } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';

export interface UserMenuProps {
  user: { name: string; email: string };
  onSignOut: () => void | Promise<void>;
  onShowShortcuts?: () => void;
  /** The own account's page, where it is no part of the settings. */
  accountHref?: string;
  /** Whether the API is of any use to them. */
  hasDocs?: boolean;
}

export function UserMenu({ user, onSignOut, onShowShortcuts, accountHref, hasDocs = true }: UserMenuProps) {
  const t = useTranslations('frame.account');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" className="rounded-full" aria-label={t('label', { name: user.name })}>
          <Avatar>
            <AvatarFallback>{initials(user.name || user.email)}</AvatarFallback>
          </Avatar>
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate text-sm font-medium">{user.name}</p>
          <p className="truncate text-xs text-muted-foreground">{user.email}</p>
        </div>
        <DropdownMenuSeparator />
        {accountHref && (
          <DropdownMenuItem asChild>
            <Link href={accountHref}>
              <UserRound />
              {t('own')}
            </Link>
          </DropdownMenuItem>
        )}
        {hasDocs && (
          <DropdownMenuItem asChild>
            <a href="/docs">
              <BookOpen />
              {t('docs')}
            </a>
          </DropdownMenuItem>
        )}
        {onShowShortcuts && (
          <DropdownMenuItem onSelect={onShowShortcuts}>
            <Keyboard />
            {t('shortcuts')}
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void onSignOut()}>
          <LogOut />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
}
