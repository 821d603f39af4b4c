import { putAttribute } from '@/lib/services/attributes/put';
import { changeConfiguration } from '@/lib/services/configurations/change';
import { getConfiguration } from '@/lib/services/configurations/get';
import type { ServiceContext } from '@/lib/services/context';
import { ingestEvents } from '@/lib/services/events/ingest';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { updateOnboarding } from '@/lib/services/onboarding/update';
import { identifySubject } from '@/lib/services/subjects/identify';
import { REPORTS_CHANGE, SAMPLE_ATTRIBUTES, SAMPLE_MILESTONES, SAMPLE_PEOPLE, type SamplePerson } from './people';

type ProjectAt = (now: Date) => Promise<ServiceContext>;
/** One moment of somebody's story. */
type Moment = { at: number; tell: (ctx: ServiceContext) => Promise<unknown> };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLACE = { environment: 'production' };
const FIRST_RIDES = 3;

/** What is measured, and the flag that opens by it. */
async function fillOnboarding(ctx: ServiceContext): Promise<void> {
  for (const attribute of SAMPLE_ATTRIBUTES) await putAttribute(ctx, attribute);
  const { stages, roles, version } = await getOnboarding(ctx, {});
  if (version === 0) await updateOnboarding(ctx, { version, stages, roles, milestones: SAMPLE_MILESTONES });
  const reports = { ...PLACE, flag: 'portal.reports-tab' };
  const { state, version: stored } = await getConfiguration(ctx, reports);
  if (state !== 'default') return;
  const comment = 'Reports for who exports trips, and for managers';
  await changeConfiguration(ctx, { ...reports, version: stored, instructions: REPORTS_CHANGE, comment });
}

/** Events of one kind, numbered from `first`, an hour apart up to `at`. */
function events(person: SamplePerson, event: string, first: number, count: number, at: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `sample-${person.targetingKey}-${event}-${first + index}`,
    type: 'track',
    event,
    context: { targetingKey: person.targetingKey, tenant: person.tenant },
    timestamp: new Date(at - (count - index) * HOUR).toISOString(),
  }));
}

const track = (list: object[]) => (ctx: ServiceContext) =>
  list.length === 0 ? Promise.resolve() : ingestEvents(ctx, { ...PLACE, vouched: 'server', events: list });

/** How somebody joined, was verified, filled in the profile, and rode; only what has happened by `now`. */
function storyOf(person: SamplePerson, now: number): Moment[] {
  const { targetingKey, tenant, role, attributes, did } = person;
  const joined = now - person.joinedDaysAgo * DAY;
  const { emailVerified, profileComplete, ...known } = attributes;
  const identify = (said: object) => (ctx: ServiceContext) =>
    identifySubject(ctx, { ...PLACE, isTrusted: true, targetingKey, ...said });
  const { ride_finished: rides = 0, trip_exported: exports = 0 } = did;
  const first = Math.min(rides, FIRST_RIDES);
  const begun = joined + (2 + (rides % 4)) * DAY;
  const lately = now - (1 + (rides % 5)) * HOUR;
  const rest = [
    ...events(person, 'ride_finished', first, Math.min(rides - first, 20), lately),
    ...events(person, 'trip_exported', 0, exports, lately),
  ];
  return [
    { at: joined, tell: identify({ tenant, role, joinedAt: new Date(joined).toISOString(), attributes: known }) },
    ...(emailVerified ? [{ at: joined + HOUR, tell: identify({ attributes: { emailVerified } }) }] : []),
    ...(profileComplete ? [{ at: joined + 20 * HOUR, tell: identify({ attributes: { profileComplete } }) }] : []),
    { at: begun, tell: track(events(person, 'ride_finished', 0, first, begun)) },
    { at: lately, tell: track(begun < lately ? rest : []) },
  ].filter(({ at }) => at <= now);
}

/** Staff of the sample's customers, how far each got, and what that unlocks. Told twice, nothing happens twice. */
export async function fillPeople(at: ProjectAt, now: number): Promise<void> {
  const longest = Math.max(...SAMPLE_PEOPLE.map(({ joinedDaysAgo }) => joinedDaysAgo));
  await fillOnboarding(await at(new Date(now - (longest + 1) * DAY)));
  const moments = SAMPLE_PEOPLE.flatMap((person) => storyOf(person, now)).sort((a, b) => a.at - b.at);
  for (const { at: when, tell } of moments) await tell(await at(new Date(when)));
}
