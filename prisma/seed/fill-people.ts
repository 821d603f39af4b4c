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
const WEEK = 7 * DAY;
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
  ingestEvents(ctx, { ...PLACE, vouched: 'server', events: list });

/** How somebody joined, was verified and filled in the profile; only what has happened by `now`. */
function joiningOf(person: SamplePerson, now: number): Moment[] {
  const { targetingKey, tenant, role, attributes } = person;
  const joined = now - person.joinedDaysAgo * DAY;
  const { emailVerified, profileComplete, ...known } = attributes;
  const identify = (said: object) => (ctx: ServiceContext) =>
    identifySubject(ctx, { ...PLACE, isTrusted: true, targetingKey, ...said });
  return [
    { at: joined, tell: identify({ tenant, role, joinedAt: new Date(joined).toISOString(), attributes: known }) },
    ...(emailVerified ? [{ at: joined + HOUR, tell: identify({ attributes: { emailVerified } }) }] : []),
    ...(profileComplete ? [{ at: joined + 20 * HOUR, tell: identify({ attributes: { profileComplete } }) }] : []),
  ].filter(({ at }) => at <= now);
}

/** The first rides, told by their application once a week, and what was done since, told an hour ago. */
function doings(now: number): Moment[] {
  const weeks = new Map<number, object[]>();
  const lately: object[] = [];
  for (const person of SAMPLE_PEOPLE) {
    const { ride_finished: rides = 0, trip_exported: exports = 0 } = person.did;
    const first = Math.min(rides, FIRST_RIDES);
    const begun = now - person.joinedDaysAgo * DAY + (2 + (rides % 4)) * DAY;
    const told = begun - ((begun - now) % WEEK);
    if (told >= now - DAY) continue;
    weeks.set(told, [...(weeks.get(told) ?? []), ...events(person, 'ride_finished', 0, first, begun)]);
    lately.push(...events(person, 'ride_finished', first, rides - first, now - HOUR));
    lately.push(...events(person, 'trip_exported', 0, exports, now - HOUR));
  }
  const firsts = [...weeks].map(([at, list]) => ({ at, tell: track(list) }));
  return [...firsts, { at: now - HOUR, tell: track(lately) }];
}

/** Staff of the sample's customers, how far each got, and what that unlocks. Told twice, nothing happens twice. */
export async function fillPeople(at: ProjectAt, now: number): Promise<void> {
  const longest = Math.max(...SAMPLE_PEOPLE.map(({ joinedDaysAgo }) => joinedDaysAgo));
  await fillOnboarding(await at(new Date(now - (longest + 1) * DAY)));
  const moments = [...SAMPLE_PEOPLE.flatMap((person) => joiningOf(person, now)), ...doings(now)];
  for (const { at: when, tell } of moments.sort((a, b) => a.at - b.at)) await tell(await at(new Date(when)));
}
