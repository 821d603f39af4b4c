import type { TestServer } from '../support/server';
import { type FlagRow, PROVIDER_FLAGS, SPECIFICATION_FLAGS } from './flag-rows';

export const PROJECTS = { specification: 'openfeature-specification', provider: 'provider-tck' } as const;
export type Suite = keyof typeof PROJECTS;
export const ENVIRONMENT = 'development';

/** Keys that the server is started with; project and environment are made for them. */
export const KEYS: Record<'client' | 'server', Record<Suite, string>> = {
  client: { specification: 'fsc_real-clients-specification-01', provider: 'fsc_real-clients-provider-000001' },
  server: { specification: 'fss_real-clients-specification-01', provider: 'fss_real-clients-provider-000001' },
};
const listed = (keys: Record<Suite, string>): string =>
  (['specification', 'provider'] as const).map((suite) => `${PROJECTS[suite]}:${ENVIRONMENT}:${keys[suite]}`).join(',');
export const KEY_VARIABLES = {
  FLAGSTAFF_CLIENT_KEYS: listed(KEYS.client),
  FLAGSTAFF_SERVER_KEYS: listed(KEYS.server),
};

type Admin = (method: string, path: string, body?: object) => Promise<unknown>;

/** The admin API, as a script of an operator would use it. */
export const adminOf =
  ({ url, adminToken }: Pick<TestServer, 'url' | 'adminToken'>): Admin =>
  async (method, path, body) => {
    const answer = await fetch(`${url}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };

const versionOf = (resource: unknown): number => {
  if (
    typeof resource === 'object' &&
    resource !== null &&
    'version' in resource &&
    typeof resource.version === 'number'
  ) {
    return resource.version;
  }
  throw new Error('the answer has no version');
};

function instructionsOf({ serve, isDisabled, rule }: FlagRow): object[] {
  if (isDisabled) return [{ kind: 'setOffVariant', variant: null }];
  const added = rule && {
    kind: 'addRule',
    rule: {
      id: 'targeted',
      name: 'Targeted',
      description: '',
      enabled: true,
      operator: 'AND',
      conditions: rule.conditions,
      serve: { variant: rule.variant },
    },
  };
  return [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: serve } }, ...(added ? [added] : [])];
}

async function prepareFlag(admin: Admin, project: string, row: FlagRow): Promise<void> {
  const { key, type, variants, metadata = {} } = row;
  const listed = Object.entries(variants).map(([name, value]) => ({ key: name, value }));
  await admin('POST', `/projects/${project}/flags`, {
    key,
    name: key,
    type,
    variants: listed,
    metadata,
    clientVisible: true,
  });
  const path = `/projects/${project}/flags/${key}/environments/${ENVIRONMENT}`;
  const version = versionOf(await admin('GET', path));
  const instructions = instructionsOf(row);
  await admin('POST', `${path}/changes`, { version, instructions });
}

/** Makes the flags of both suites through the admin API. */
export async function prepareFlags(server: TestServer): Promise<void> {
  const admin = adminOf(server);
  for (const row of SPECIFICATION_FLAGS) await prepareFlag(admin, PROJECTS.specification, row);
  for (const row of PROVIDER_FLAGS) await prepareFlag(admin, PROJECTS.provider, row);
}
