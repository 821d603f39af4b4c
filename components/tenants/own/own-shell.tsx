'use client';

import { Building2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { EnvironmentSwitcher } from '@/components/frame/environment-switcher';
import { LanguageMenu } from '@/components/frame/language-menu';
import { ThemeMenu } from '@/components/frame/theme-menu';
import { ShortcutHelp } from '@/components/shared/shortcut-help';
import { UserMenu } from '@/components/shared/user-menu';
import type { AdministeredTenantView, TenantHomeView } from '@/lib/services/tenants/types';
import { OwnNavigation } from './own-navigation';
import { OwnTenantSwitcher } from './own-tenant-switcher';

export interface OwnShellProps {
  home: TenantHomeView;
  /** Every tenant that the reader administers. */
  tenants: readonly AdministeredTenantView[];
  user: { name: string; email: string };
  signOut: () => void | Promise<void>;
  children: ReactNode;
}

/** The small frame of a tenant's own admins: their organisation, its environments, and nothing of the project. */
export function OwnShell({ home, tenants, user, signOut, children }: OwnShellProps) {
  const t = useTranslations('frame');
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const own = `/t/${encodeURIComponent(home.project.key)}/${encodeURIComponent(home.tenant.key)}`;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-1.5 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="shrink-0 border-b bg-background">
        <div className="flex h-12 items-center gap-2 px-3 md:px-4">
          {tenants.length > 1 ? (
            <OwnTenantSwitcher tenants={tenants} current={home} />
          ) : (
            <span className="flex min-w-0 items-center gap-2 px-1 text-sm font-semibold">
              <Building2 aria-hidden="true" className="size-4 shrink-0 text-link" />
              <span className="truncate">{home.tenant.name}</span>
            </span>
          )}
          <EnvironmentSwitcher environments={home.environments} />
          <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
            <ThemeMenu />
            <LanguageMenu />
            <UserMenu
              user={user}
              onSignOut={signOut}
              onShowShortcuts={() => setShowsShortcuts(true)}
              accountHref={`${own}/account`}
              hasDocs={false}
            />
          </div>
        </div>
        <OwnNavigation own={own} />
      </header>
      <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
        {children}
      </main>
      <ShortcutHelp open={showsShortcuts} onOpenChange={setShowsShortcuts} />
    </div>
  );
}
