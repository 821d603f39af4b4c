import type { ServiceContext } from '@/lib/services/context';
import { getConfiguration } from '@/lib/services/configurations/get';
import { disableFlag, enableFlag } from '@/lib/services/configurations/set-state';
import { createSchedule } from '@/lib/services/schedules/create';
import { listSchedules } from '@/lib/services/schedules/list';
import { runSchedule } from '@/lib/services/schedules/run';

type ProjectAs = (now: Date) => Promise<ServiceContext>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BERLIN = { timezone: 'Europe/Berlin' };
const WINTER = {
  flag: 'winter-tariff',
  environment: 'production',
  instructions: [{ kind: 'turnOn' }],
  description: 'The winter tariff begins',
};

/** What the sample's clock will do: once, every weekday, and one that somebody has to look at. */
export async function fillSchedules(at: ProjectAs, now: number): Promise<void> {
  const ctx = await at(new Date(now));
  if (((await listSchedules(ctx, { limit: 1 })).total ?? 0) > 0) return;
  const earlier = await at(new Date(now - 2 * DAY));
  const tried = await createSchedule(earlier, {
    ...WINTER,
    environment: 'staging',
    instructions: [{ kind: 'setOffVariant', variant: 'summer' }],
    at: new Date(now - DAY).toISOString(),
    description: 'Off means summer prices',
  });
  await runSchedule(await at(new Date(now - DAY)), { id: tried.id });
  // Somebody was quicker: the clock finds that the same was changed since.
  const past = await at(new Date(now - 6 * HOUR));
  const place = { flag: 'map-clusters', environment: 'development' };
  const isOn = (await getConfiguration(past, place)).state === 'on';
  await createSchedule(past, {
    ...place,
    instructions: [{ kind: isOn ? 'turnOff' : 'turnOn' }],
    at: new Date(now - HOUR).toISOString(),
    description: 'Map clusters for developers',
  });
  await (isOn ? disableFlag : enableFlag)(past, place);
  await createSchedule(ctx, { ...WINTER, at: new Date(now + 9 * DAY).toISOString() });
  const tools = { flag: 'internal-tools', environment: 'staging', ...BERLIN };
  const day = {
    ...tools,
    instructions: [{ kind: 'turnOn' }],
    cron: '0 8 * * 1-5',
    description: 'Internal tools by day',
  };
  const night = { ...tools, instructions: [{ kind: 'turnOff' }], cron: '0 18 * * 1-5', missedAfter: '1h' };
  await createSchedule(ctx, day);
  await createSchedule(ctx, night);
}
