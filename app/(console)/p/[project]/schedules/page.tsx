import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type ScheduleFilter, ScheduleList } from '@/components/schedules/schedule-list';
import { keySchema } from '@/lib/schemas/key';
import { SCHEDULE_STATUSES } from '@/lib/schemas/schedule';
import { listSchedules } from '@/lib/services/schedules/list';
import { loadConsole } from '../load-console';

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schedules'))('title') };
}

const STATUSES = ['open', ...SCHEDULE_STATUSES, 'all'] as const;

export default async function SchedulesPage({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewFlags) notFound();
  const filter: ScheduleFilter = {
    status: STATUSES.find((status) => status === asked.status) ?? 'open',
    flag: keySchema.safeParse(asked.flag).data ?? null,
    environment: environments.find(({ key }) => key === asked.environment)?.key ?? null,
  };
  const page = await listSchedules(ctx, {
    limit: 200,
    status: filter.status === 'all' ? undefined : filter.status,
    flag: filter.flag ?? undefined,
    environment: filter.environment ?? undefined,
  });
  const places = environments.map(({ key, name, color, protected: isProtected, requireComment }) => ({
    key,
    name,
    color,
    protected: isProtected,
    requireComment,
    can: { edit: can.environments[key]?.edit ?? false },
  }));
  return <ScheduleList project={project} environments={places} initial={{ filter, page }} />;
}
