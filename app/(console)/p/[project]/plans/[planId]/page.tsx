import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { PlanMissing } from '@/components/plans/plan-missing';
import { PlanPage } from '@/components/plans/plan-page';
import { loadConsole } from '../../load-console';
import { loadPlan } from '../load-plan';

interface Props {
  params: Promise<{ project: string; planId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, planId } = await params;
  const t = await getTranslations('plans');
  const plan = await loadPlan(project, planId);
  return { title: plan ? `${plan.name} · ${t('title')}` : t('title') };
}

export default async function PlanRoute({ params }: Props) {
  const { project, planId } = await params;
  const { environments, can } = await loadConsole(project);
  const plan = await loadPlan(project, planId);
  if (!plan) return <PlanMissing project={project} />;
  return (
    <PlanPage key={plan.id} project={project} environments={toFlagEnvironments(environments, can)} initial={plan} />
  );
}
