import { notFound, redirect } from 'next/navigation';
import { requireUser } from '@/lib/auth/page-context';
import { userInInstallation } from '@/lib/auth/session';
import { listProjects } from '@/lib/services/projects/list';
import { administeredTenants } from '@/lib/services/tenants/administered';

/** Leads to the first project one belongs to, else to the first tenant that one administers. */
export default async function HomePage() {
  await requireUser();
  const ctx = await userInInstallation();
  const isMember = ctx.actor.grants.length > 0;
  const [first] = isMember ? (await listProjects(ctx, { limit: 1 })).items : [];
  if (first) redirect(`/p/${first.key}/flags`);
  const [own] = await administeredTenants(ctx);
  if (!own) notFound();
  redirect(`/t/${encodeURIComponent(own.project.key)}/${encodeURIComponent(own.tenant.key)}`);
}
