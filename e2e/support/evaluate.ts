import { AdminApi } from './admin-api';
import type { TestServer } from './server';

/** Asks as an application does: what a flag is for somebody of a tenant. */
export async function evaluatorOf(server: TestServer, environment: string) {
  const { key } = await new AdminApi(server).call<{ key: string }>('POST', '/keys', {
    kind: 'server',
    name: `Evaluates ${environment}`,
    environment,
  });
  return async (flag: string, tenant: string): Promise<unknown> => {
    const response = await fetch(`${server.url}/api/flags`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ context: { targetingKey: 'u1', tenant } }),
    });
    const { flags }: { flags: Record<string, { value: unknown }> } = await response.json();
    return flags[flag]?.value;
  };
}
