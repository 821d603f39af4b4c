import { randomUUID } from 'node:crypto';
import type { World } from './world';

export interface Place {
  project: string;
  /** `production`, which is protected, or `development`. */
  environment: string;
}
/** What a call needs besides who asks: things that exist, and a body that would be accepted. */
export interface Prepared {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
}
export type Fixture = (make: World['make'], place: Place) => Promise<Prepared>;

const freshKey = (): string => `k${randomUUID().slice(0, 13)}`;
const base = ({ project }: Place): string => `/api/admin/projects/${project}`;
const query = ({ environment }: Place): string => `?environment=${environment}`;

async function makeFlag(make: World['make'], place: Place): Promise<string> {
  const key = freshKey();
  await make('POST', `${base(place)}/flags`, { key, type: 'boolean' });
  return key;
}
const configOf = (place: Place, key: string): string => `${base(place)}/flags/${key}/environments/${place.environment}`;

export const nothing: Fixture = async () => ({});
export const newFlag: Fixture = async () => ({ body: { key: freshKey(), type: 'boolean' } });
export const flag: Fixture = async (make, place) => ({ params: { key: await makeFlag(make, place) } });

/** On in the place's environment, so that writes to its definition reach that. */
export const reachingFlag: Fixture = async (make, place) => {
  const key = await makeFlag(make, place);
  await make('POST', `${configOf(place, key)}/enable`);
  return { params: { key } };
};
export const flagPatch: Fixture = async (make, place) => ({
  ...(await reachingFlag(make, place)),
  body: { version: 1, description: 'Changed' },
});
export const archivedFlag: Fixture = async (make, place) => {
  const key = await makeFlag(make, place);
  const { version } = await make('POST', `${base(place)}/flags/${key}/archive`);
  return { params: { key }, query: `?version=${String(version)}` };
};
export const comparison: Fixture = async (make, place) => ({
  ...(await flag(make, place)),
  query: '?from=development&to=production',
});
export const inQuery: Fixture = async (make, place) => ({ ...(await flag(make, place)), query: query(place) });

export const declaration: Fixture = async (_make, { environment }) => ({
  body: {
    environment,
    source: freshKey(),
    version: '1.0.0',
    flags: [{ key: freshKey(), type: 'boolean', default: true }],
  },
});
/** Declared by an application and turned on since, so that there is something to go back to. */
export const declaredFlag: Fixture = async (make, place) => {
  const key = freshKey();
  const flags = [{ key, type: 'boolean', default: true }];
  const { environment } = place;
  await make('POST', `${base(place)}/registry`, { environment, source: freshKey(), version: '1.0.0', flags });
  await make('POST', `${configOf(place, key)}/enable`);
  return { params: { key } };
};
export const registryInQuery: Fixture = async (_make, place) => ({ query: query(place) });

const withBody =
  (body: unknown): Fixture =>
  async (make, place) => ({ ...(await flag(make, place)), body });

export const configuration: Fixture = async (make, place) => {
  const key = await makeFlag(make, place);
  return { params: { key }, body: await make('GET', configOf(place, key)) };
};
export const change = withBody({ version: 1, instructions: [{ kind: 'turnOn' }] });
export const dryRun = withBody({ version: 1, instructions: [{ kind: 'turnOn' }], dryRun: true });
export const explanation = withBody({ context: { targetingKey: 'u1' } });

const RULE = { name: 'Pro', operator: 'AND', conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] };
export const newRule = withBody(RULE);
export const rule: Fixture = async (make, place) => {
  const key = await makeFlag(make, place);
  const { id, version } = await make('POST', `${configOf(place, key)}/rules`, RULE);
  return { params: { key, id: String(id) }, body: { ...RULE, name: 'Premium', version } };
};
export const ruleToRemove: Fixture = async (make, place) => {
  const { params, body } = await rule(make, place);
  const version = typeof body === 'object' && body !== null && 'version' in body ? String(body.version) : '';
  return { params, query: `?version=${version}` };
};
export const revision: Fixture = async (make, place) => ({
  params: { ...(await reachingFlag(make, place)).params, version: '1' },
});
export const revert: Fixture = async (make, place) => ({ ...(await reachingFlag(make, place)), body: { to: 1 } });
export const undo: Fixture = async (make, place) => ({ ...(await reachingFlag(make, place)), body: { version: 2 } });

export const newEnvironment: Fixture = async () => ({ body: { key: freshKey() } });
export const environmentPatch: Fixture = async (make, place) => {
  const { version } = await make('GET', `${base(place)}/environments/${place.environment}`);
  return { body: { version, name: `Renamed ${freshKey()}` } };
};
export const environmentToRemove: Fixture = async (make, place) => {
  const key = freshKey();
  await make('POST', `${base(place)}/environments`, { key });
  return { params: { env: key }, query: '?version=1' };
};

export const newSegment: Fixture = async () => ({ body: { key: freshKey() } });
export const segment: Fixture = async (make, place) => {
  const key = freshKey();
  await make('POST', `${base(place)}/segments`, { key });
  return { params: { key } };
};
export const segmentInQuery: Fixture = async (make, place) => ({
  ...(await segment(make, place)),
  query: query(place),
});
export const segmentContent: Fixture = async (make, place) => ({
  ...(await segmentInQuery(make, place)),
  body: { version: 1, operator: 'AND', conditions: RULE.conditions },
});
export const members: Fixture = async (make, place) => ({
  ...(await segmentInQuery(make, place)),
  body: { subjects: ['u1'] },
});
/** With a member in the place's environment, which its removal therefore reaches. */
export const segmentToRemove: Fixture = async (make, place) => {
  const { params } = await segment(make, place);
  const { version } = await make('POST', `${base(place)}/segments/${params?.key}/members${query(place)}`, {
    subjects: ['u1'],
  });
  const stored = await make('GET', `${base(place)}/segments/${params?.key}${query(place)}`);
  return { params, query: `?version=${String(stored.version ?? version)}&environment=${place.environment}` };
};

/** Sent back as it is: that the write is let in is what counts. */
export const onboarding: Fixture = async (make, place) => ({ body: await make('GET', `${base(place)}/onboarding`) });
export const funnel: Fixture = async (_make, place) => ({ query: query(place) });

export const newKey: Fixture = async (_make, place) => ({
  body: { kind: 'client', name: 'Web', environment: place.environment },
});
export const apiKey: Fixture = async (make, place) => {
  const { id } = await make('POST', `${base(place)}/keys`, { kind: 'client', name: 'Web', environment: 'development' });
  return { params: { id: String(id) } };
};

export const clock: Fixture = async () => ({ body: { now: null } });
export const empty: Fixture = async () => ({ body: {} });
export const inMarch: Fixture = async () => ({ query: '?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z' });
export const job: Fixture = async () => ({ params: { job: 'roll-up' }, body: {} });
export const newProject: Fixture = async () => ({ body: { key: freshKey() } });
export const projectPatch: Fixture = async (make, place) => {
  const { version } = await make('GET', base(place));
  return { body: { version, name: `Renamed ${freshKey()}` } };
};
export const projectToRemove: Fixture = async (make) => {
  const key = freshKey();
  await make('POST', '/api/admin/projects', { key });
  return { params: { project: key }, query: '?version=1' };
};

const person = () => ({ email: `${freshKey()}@example.com`, role: 'viewer' });
export const newUser: Fixture = async () => ({ body: person() });
export const user: Fixture = async (make) => {
  const { id } = await make('POST', '/api/admin/users', person());
  return { params: { id: String(id) } };
};
export const userPatch: Fixture = async (make, place) => ({
  ...(await user(make, place)),
  body: { version: 1, name: 'Somebody' },
});
export const userToRemove: Fixture = async (make, place) => ({ ...(await user(make, place)), query: '?version=1' });
export const userRole: Fixture = async (make, place) => ({
  ...(await user(make, place)),
  body: { version: 1, role: 'editor' },
});

const permissions = ['flag.view'];
export const newRole: Fixture = async () => ({ body: { key: freshKey(), permissions } });
const role: Fixture = async (make) => {
  const key = freshKey();
  await make('POST', '/api/admin/roles', { key, permissions });
  return { params: { key } };
};
export const rolePatch: Fixture = async (make, place) => ({
  ...(await role(make, place)),
  body: { version: 1, permissions: ['audit.view'] },
});
export const roleToRemove: Fixture = async (make, place) => ({ ...(await role(make, place)), query: '?version=1' });
