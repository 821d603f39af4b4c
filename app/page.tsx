import { notFound, redirect } from 'next/navigation';
import { requireUser } from '@/lib/auth/page-context';
import { userInInstallation } from '@/lib/auth/session';
import { listProjects } from '@/lib/services/projects/list';

/** Leads to the first project one belongs to. */
export default async function HomePage() {
  await requireUser();
  const { items } = await listProjects(await userInInstallation(), { limit: 1 });
  const [first] = items;
  if (!first) notFound();
  redirect(`/p/${first.key}/flags`);
}
