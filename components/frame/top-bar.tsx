'use client';

import type { ReactNode } from 'react';
import { UserMenu } from '@/components/shared/user-menu';
import { EnvironmentSwitcher } from './environment-switcher';
import type { FrameEnvironment, FrameProject, FrameUser, NavigationItem } from './frame-types';
import { LanguageMenu } from './language-menu';
import { MobileNavigation } from './mobile-navigation';
import { ProjectSwitcher } from './project-switcher';
import { ThemeMenu } from './theme-menu';

export interface TopBarProps {
  projects: readonly FrameProject[];
  project: string;
  environments: readonly FrameEnvironment[];
  user: FrameUser;
  navigation: readonly NavigationItem[];
  home: string;
  /** A search field or a button that opens one. */
  search?: ReactNode;
  scope?: ReactNode;
  onSignOut: () => void | Promise<void>;
  onShowShortcuts: () => void;
}

export function TopBar(props: TopBarProps) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-background px-3 md:px-4">
      <MobileNavigation home={props.home} items={props.navigation} />
      <ProjectSwitcher projects={props.projects} project={props.project} />
      {props.scope}
      <EnvironmentSwitcher environments={props.environments} />
      <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
        {props.search}
        <div className="flex gap-1 max-sm:hidden">
          <ThemeMenu />
          <LanguageMenu />
        </div>
        <UserMenu user={props.user} onSignOut={props.onSignOut} onShowShortcuts={props.onShowShortcuts} />
      </div>
    </header>
  );
}
