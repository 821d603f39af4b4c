import type { TestServer } from './server';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The admin API of a running server, by its installation token. */
export class AdminApi {
  constructor(
    private readonly server: Pick<TestServer, 'url' | 'adminToken'>,
    private readonly project = 'default',
  ) {}

  /** Asks about the project; throws with the answer unless it is 2xx. */
  async call<T = unknown>(method: Method, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.server.url}/api/admin/projects/${this.project}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.server.adminToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? (undefined as T) : JSON.parse(text);
  }

  createFlag(key: string, fields: object = {}): Promise<{ version: number }> {
    return this.call('POST', '/flags', { key, type: 'boolean', ...fields });
  }

  enable(flag: string, environment: string): Promise<unknown> {
    return this.call('POST', `/flags/${flag}/environments/${environment}/enable`, {});
  }

  configuration(flag: string, environment: string): Promise<StoredConfiguration> {
    return this.call('GET', `/flags/${flag}/environments/${environment}`);
  }
}

export interface StoredConfiguration {
  version: number;
  state: 'on' | 'off' | 'default';
  rules: { serve: object; rollout?: { percentage?: number } }[];
  default: object;
}
