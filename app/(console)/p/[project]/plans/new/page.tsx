import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/plans/builder/plan-draft';
import { PlanBuilder } from '@/components/plans/builder/plan-builder';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { keySchema } from '@/lib/schemas/key';
import { PLAN_TEMPLATES } from '@/lib/services/plans/templates';
import { chooseEnvironment, loadConsole } from '../../load-console';
import { loadBuilder } from '../load-builder';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Partial<Record<'template' | 'flag' | 'env', string | string[]>>>;
}

const BLANK = {
  strategy: 'staged-rollout' as const,
  phases: [{ percentage: 10, duration: '1d' }, { percentage: 100 }],
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('create') };
}

export default async function NewPlanPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { environments, can } = await loadConsole(project);
  if (!Object.values(can.environments).some(({ editPlans }) => editPlans)) return <ForbiddenState headingLevel={1} />;
  const chosen = chooseEnvironment(environments, asked.env);
  const template = PLAN_TEMPLATES.find(({ key }) => key === asked.template);
  const initial = {
    flag: keySchema.safeParse(asked.flag).data ?? '',
    name: '',
    description: '',
    environment: chosen && can.environments[chosen.key]?.editPlans ? chosen.key : '',
    ...draftOf(template?.strategy ?? BLANK, randomUUID),
  };
  return <PlanBuilder {...(await loadBuilder(project))} templates={PLAN_TEMPLATES} initial={initial} />;
}
