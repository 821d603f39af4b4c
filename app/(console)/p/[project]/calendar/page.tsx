import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { daysShown, CALENDAR_VIEWS, dayAt } from '@/components/calendar/calendar-days';
import { CalendarPage } from '@/components/calendar/calendar-page';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { zoneClock } from '@/lib/changes/zone';
import { isKey } from '@/lib/schemas/key';
import { listCalendar } from '@/lib/services/calendar/list';
import { loadConsole } from '../load-console';

type Asked = Partial<Record<'view' | 'date' | 'env' | 'flag' | 'zone', string | string[]>>;

interface Props {
  params: Promise<{ project: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

const textOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

export default async function Page({ params, searchParams }: Props) {
  const [{ project }, asked] = await Promise.all([params, searchParams]);
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.viewFlags) return <ForbiddenState headingLevel={1} />;
  const zone = textOf(asked.zone);
  const timezone = zoneClock(zone) ? zone : 'UTC';
  const view = CALENDAR_VIEWS.find((each) => each === asked.view) ?? 'week';
  const days = daysShown(textOf(asked.date), dayAt(ctx.now.getTime(), timezone), view, timezone);
  const flag = textOf(asked.flag);
  const wanted = {
    from: new Date(days[0]?.start ?? 0).toISOString(),
    to: new Date(days.at(-1)?.end ?? 0).toISOString(),
    timezone,
    environment: environments.find(({ key }) => key === asked.env)?.key,
    flag: isKey(flag) ? flag : undefined,
  };
  const found = await listCalendar(ctx, wanted);
  return (
    <CalendarPage
      project={project}
      environments={environments.map(({ key, name, color, protected: isProtected }) => ({
        key,
        name,
        color,
        protected: isProtected,
      }))}
      initial={{
        asked: { ...wanted, environment: wanted.environment ?? null, flag: wanted.flag ?? null },
        view: found,
      }}
    />
  );
}
