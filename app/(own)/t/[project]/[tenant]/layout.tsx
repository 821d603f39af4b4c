import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { OwnShell } from '@/components/tenants/own/own-shell';
import { signOut } from '@/lib/actions/sign-out';
import { requireUser } from '@/lib/auth/page-context';
import { administeredTenants } from '@/lib/services/tenants/administered';
import { loadOwn, type OwnParams } from './load-own';

export async function generateMetadata({ params }: { params: OwnParams }): Promise<Metadata> {
  const { project, tenant } = await params;
  return { title: (await loadOwn(project, tenant)).home.tenant.name };
}

export default async function OwnLayout({ children, params }: { children: ReactNode; params: OwnParams }) {
  const { project, tenant } = await params;
  const { actor } = await requireUser();
  const { ctx, home } = await loadOwn(project, tenant);
  return (
    <OwnShell
      home={home}
      tenants={await administeredTenants(ctx)}
      user={{ name: actor.name, email: actor.email }}
      signOut={signOut}
    >
      {children}
    </OwnShell>
  );
}
