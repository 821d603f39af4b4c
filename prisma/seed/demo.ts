import type { InstallationScope, ServiceContext } from '@/lib/services/context';
import { addCounts } from '@/lib/services/analytics/add-counts';
import { changeConfiguration } from '@/lib/services/configurations/change';
import { getConfiguration } from '@/lib/services/configurations/get';
import { createFlag } from '@/lib/services/flags/create';
import { createApiKey } from '@/lib/services/keys/create';
import { addSegmentMembers } from '@/lib/services/segments/add-members';
import { createSegment } from '@/lib/services/segments/create';
import { getSegment } from '@/lib/services/segments/get';
import { updateSegmentContent } from '@/lib/services/segments/update-content';
import { createUser } from '@/lib/services/users/create';
import { makeAdmin } from '@/lib/services/users/make-admin';
import type { DemoAccess } from './demo-file';
import { APP_FLAGS } from './app-flags';
import { OPERATIONS_FLAGS } from './operations-flags';
import type { SampleFlag } from './sample-flag';
import { SAMPLE_SEGMENTS } from './segments';
import { fillMemberships } from './fill-memberships';
import { fillPeople } from './fill-people';
import { fillPlans } from './fill-plans';
import { fillRequests } from './fill-requests';
import { fillSchedules } from './fill-schedules';
import { fillTenants } from './fill-tenants';
import { trafficRows } from './traffic';
import { unlessThere } from './unless-there';

export interface DemoContexts {
  /** At an instant of the past: the sample's history is two weeks long. */
  installation(now: Date): ServiceContext<InstallationScope>;
  /** In the first project. */
  project(now: Date): Promise<ServiceContext>;
  /** The same as somebody who has been made, by their e-mail address. */
  projectAs(email: string, now: Date): Promise<ServiceContext>;
}

export const SAMPLE_FLAGS: readonly SampleFlag[] = [...APP_FLAGS, ...OPERATIONS_FLAGS];
const DAY = 86_400_000;
const EMAIL = 'admin@pedalo.example';
const PLANNER = 'ana@pedalo.example';
const DEVELOPER = 'ines@pedalo.example';
const COLLEAGUES = [
  { email: PLANNER, name: 'Ana Kovač', role: 'editor' },
  { email: DEVELOPER, name: 'Ines Duarte', role: 'developer' },
  { email: 'milo@pedalo.example', name: 'Milo Brandt', role: 'editor' },
  { email: 'support@pedalo.example', name: 'Support', role: 'viewer' },
];
const ENVIRONMENTS = ['development', 'staging', 'production'] as const;

async function fillSegments(ctx: ServiceContext): Promise<void> {
  for (const { key, name, description, members, content } of SAMPLE_SEGMENTS) {
    await unlessThere(() => createSegment(ctx, { key, name, description }));
    for (const environment of ENVIRONMENTS) {
      const { content: stored } = await getSegment(ctx, { key, environment });
      if (stored.conditions.length === 0) {
        await updateSegmentContent(ctx, { key, environment, version: stored.version, ...content });
      }
      if (members.length > 0) await addSegmentMembers(ctx, { key, environment, subjects: members });
    }
  }
}

/** Creates a flag and saves its changes a day apart; changes that an earlier start saved are passed over. */
async function fillFlag(contexts: DemoContexts, sample: SampleFlag, createdAt: number): Promise<void> {
  const { key } = sample.create;
  await unlessThere(async () => createFlag(await contexts.project(new Date(createdAt)), sample.create));
  for (const environment of ENVIRONMENTS) {
    for (const [index, { comment, instructions }] of (sample.changes[environment] ?? []).entries()) {
      const ctx = await contexts.project(new Date(createdAt + (index + 1) * DAY));
      const { version } = await getConfiguration(ctx, { flag: key, environment });
      if (version > index + 1) continue;
      await changeConfiguration(ctx, { flag: key, environment, version, instructions, comment });
    }
  }
}

async function fillTraffic(ctx: ServiceContext, sample: SampleFlag, from: number, now: number): Promise<void> {
  const { projectId } = ctx.scope;
  const production = await ctx.db.environment.findFirstOrThrow({ where: { projectId, key: 'production' } });
  const rows = trafficRows(production.id, { flag: sample.create.key, perDay: sample.traffic, from }, now);
  // The batch's id is the flag's, so that an interrupted start counts it once.
  if (rows.length > 0) await addCounts(ctx.db, { id: `sample-${sample.create.key}`, rows }, new Date(now));
}

async function makeKeys(ctx: ServiceContext): Promise<Pick<DemoAccess, 'clientKey' | 'serverKey'>> {
  const make = (kind: 'client' | 'server', name: string) =>
    createApiKey(ctx, { kind, name, environment: 'production' });
  const client = await make('client', 'Web app');
  const server = await make('server', 'Backend');
  return { clientKey: client.key, serverKey: server.key };
}

/**
 * Fills a fresh installation with a believable product, through the product's own services, and answers how to get
 * in. `operator`: an administrator that the environment variables made already.
 */
export async function fillDemo(
  contexts: DemoContexts,
  { now, operator }: { now: Date; operator: string | null },
): Promise<DemoAccess> {
  const start = now.getTime() - 14 * DAY;
  const installation = contexts.installation(now);
  const password = operator === null ? installation.randomText(12) : null;
  if (password !== null) await makeAdmin(installation, { email: EMAIL, name: 'Robin Admin', password });
  for (const colleague of COLLEAGUES) await unlessThere(() => createUser(installation, colleague));
  await fillSegments(await contexts.project(new Date(start)));
  for (const [index, sample] of SAMPLE_FLAGS.entries()) {
    const createdAt = start + index * 6 * 3_600_000;
    await fillFlag(contexts, sample, createdAt);
    await fillTraffic(await contexts.project(now), sample, createdAt + DAY, now.getTime());
  }
  await fillTenants(contexts.project, now.getTime());
  await fillPeople(contexts.project, now.getTime());
  await fillMemberships(contexts.project, now.getTime());
  await fillPlans((at) => contexts.projectAs(PLANNER, at), now.getTime());
  await fillSchedules((at) => contexts.projectAs(PLANNER, at), now.getTime());
  await fillRequests(contexts.projectAs, { developer: DEVELOPER, editor: PLANNER }, now.getTime());
  const keys = await makeKeys(await contexts.project(now));
  return { email: operator ?? EMAIL, password, ...keys };
}
