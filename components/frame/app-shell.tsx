'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ShortcutHelp } from '@/components/shared/shortcut-help';
import type { FrameAbilities, FrameEnvironment, FrameProject, FrameUser, NavigationItem } from './frame-types';
import { navigationItems } from './navigation-items';
import { Rail } from './rail';
import { rememberRail } from './rail-cookie';
import { TopBar } from './top-bar';

export interface AppShellProps {
  projects: readonly FrameProject[];
  /** The current project's key. */
  project: string;
  /** In their order; `?env=` chooses one, the first is the default. */
  environments: readonly FrameEnvironment[];
  user: FrameUser;
  can: FrameAbilities;
  /** The rail's items; those of `navigationItems` unless given. */
  navigation?: readonly NavigationItem[];
  /** Above everything: test clock, stale data. */
  banner?: ReactNode;
  search?: ReactNode;
  /** The switch between the system and its tenants, in a project that has some. */
  scope?: ReactNode;
  /** A server action, or a function of a client component. */
  signOut: () => void | Promise<void>;
  /** What the `rail` cookie said when the page was rendered. */
  isRailCollapsed?: boolean;
  children: ReactNode;
}

/** The frame around every page of a project. The page scrolls in `<main>`, which has the height that is left. */
export function AppShell({ projects, project, environments, user, can, ...props }: AppShellProps) {
  const t = useTranslations('frame');
  const [isCollapsed, setIsCollapsed] = useState(props.isRailCollapsed ?? false);
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  const navigation = props.navigation ?? navigationItems(project, can, t);
  const home = `/p/${project}/flags`;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-16 rounded-md bg-primary px-3 py-1.5 text-sm font-medium text-primary-foreground focus:translate-y-0"
      >
        {t('skip')}
      </a>
      {props.banner}
      <div className="flex min-h-0 flex-1">
        <Rail
          home={home}
          items={navigation}
          isCollapsed={isCollapsed}
          onCollapsedChange={(next) => {
            setIsCollapsed(next);
            rememberRail(next);
          }}
        />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar
            projects={projects}
            project={project}
            environments={environments}
            user={user}
            navigation={navigation}
            home={home}
            search={props.search}
            scope={props.scope}
            onSignOut={props.signOut}
            onShowShortcuts={() => setShowsShortcuts(true)}
          />
          <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
            {props.children}
          </main>
        </div>
      </div>
      <ShortcutHelp open={showsShortcuts} onOpenChange={setShowsShortcuts} />
    </div>
  );
}
