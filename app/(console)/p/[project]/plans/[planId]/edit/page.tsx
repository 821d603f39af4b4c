import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { draftOf } from '@/components/plans/builder/plan-draft';
import { PlanBuilder } from '@/components/plans/builder/plan-builder';
import { PlanMissing } from '@/components/plans/plan-missing';
import { mayEdit, planPath } from '@/components/plans/plan-place';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { PLAN_TEMPLATES } from '@/lib/services/plans/templates';
import { loadBuilder } from '../../load-builder';
import { loadPlan } from '../../load-plan';

interface Props {
  params: Promise<{ project: string; planId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, planId } = await params;
  const t = await getTranslations('plans');
  const plan = await loadPlan(project, planId);
  return { title: plan ? t('builder.editTitle', { name: plan.name }) : t('title') };
}

export default async function EditPlanPage({ params }: Props) {
  const { project, planId } = await params;
  const plan = await loadPlan(project, planId);
  if (!plan) return <PlanMissing project={project} />;
  const builder = await loadBuilder(project);
  if (!mayEdit(builder, plan.environments)) return <ForbiddenState headingLevel={1} />;
  // Somebody may have started it meanwhile.
  if (!plan.acts.includes('edit')) redirect(planPath(builder, plan.id));
  const { id, name, version, status, flag, description } = plan;
  const initial = {
    flag,
    name,
    description,
    environment: plan.environment ?? '',
    ...draftOf(plan.strategy, randomUUID),
  };
  return (
    <PlanBuilder
      key={`${id} ${version}`}
      {...builder}
      templates={PLAN_TEMPLATES}
      initial={initial}
      plan={{ id, name, version, status }}
    />
  );
}
