import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { PlanList } from '@/components/plans/plan-list';
import { PLAN_STATUSES } from '@/lib/schemas/plan';
import { keySchema } from '@/lib/schemas/key';
import { listPlans } from '@/lib/services/plans/list';
import { PLAN_TEMPLATES } from '@/lib/services/plans/templates';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Partial<Record<'q' | 'status' | 'flag', string | string[]>>>;
}

const LONGEST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') };
}

export default async function PlansPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  const status = PLAN_STATUSES.find((each) => each === asked.status) ?? null;
  const flag = keySchema.safeParse(asked.flag).data ?? null;
  const q = typeof asked.q === 'string' ? asked.q.slice(0, LONGEST) : '';
  const page = await listPlans(ctx, {
    limit: 200,
    q: q || undefined,
    status: status ?? undefined,
    flag: flag ?? undefined,
  });
  return (
    <PlanList
      project={project}
      environments={toFlagEnvironments(environments, can)}
      templates={PLAN_TEMPLATES}
      canCreate={Object.values(can.environments).some(({ editPlans }) => editPlans)}
      initial={{ filter: { q, status, flag }, page }}
    />
  );
}
