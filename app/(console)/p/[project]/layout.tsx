import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/frame/app-shell';
import { RAIL_COLLAPSED, RAIL_COOKIE } from '@/components/frame/rail-cookie';
import { ScopeSwitcher } from '@/components/tenants/scope-switcher';
import { signOut } from '@/lib/actions/sign-out';
import { requireUser } from '@/lib/auth/page-context';
import { userInInstallation } from '@/lib/auth/session';
import { countWaiting } from '@/lib/services/approvals/list';
import { listProjects } from '@/lib/services/projects/list';
import { loadConsole } from './load-console';
import { ConsoleBanner } from './console-banner';

export default async function ConsoleLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ project: string }>;
}) {
  const { project } = await params;
  const { actor } = await requireUser();
  const { ctx, environments, can, hasTenants, canMakeTenants } = await loadConsole(project);
  const projects = await listProjects(await userInInstallation(), { limit: 200 });
  const rail = (await cookies()).get(RAIL_COOKIE)?.value;
  return (
    <AppShell
      projects={projects.items.map(({ key, name }) => ({ key, name }))}
      project={project}
      environments={environments}
      user={{ name: actor.name, email: actor.email }}
      can={{
        viewFlags: can.viewFlags,
        viewSubjects: can.viewSubjects,
        viewAudit: can.viewAudit,
        viewSettings: true,
        waiting: can.viewFlags ? await countWaiting(ctx, {}) : 0,
      }}
      scope={
        can.viewFlags &&
        (hasTenants || canMakeTenants) && <ScopeSwitcher project={project} environments={environments} />
      }
      banner={<ConsoleBanner />}
      signOut={signOut}
      isRailCollapsed={rail === RAIL_COLLAPSED}
    >
      {children}
    </AppShell>
  );
}
