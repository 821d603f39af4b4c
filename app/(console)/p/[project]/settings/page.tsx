import { redirect } from 'next/navigation';
import { loadConsole } from '../load-console';
import { visibleSections } from './visible-sections';

export default async function SettingsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { can } = await loadConsole(project);
  redirect(`/p/${project}/settings/${visibleSections(can)[0] ?? 'account'}`);
}
