import type { TestServer } from './server';
import type { Method } from './admin-api';

/** The admin API of the installation: users, roles and projects. Throws with the answer unless it is 2xx. */
export async function callInstallation<T = unknown>(
  server: Pick<TestServer, 'url' | 'adminToken'>,
  method: Method,
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${server.url}/api/admin${path}`, {
    method,
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? (undefined as T) : JSON.parse(text);
}

export const PASSWORD = 'correct-horse-battery';

/** Makes a user who can sign in at once. */
export async function makeUser(
  server: Pick<TestServer, 'url' | 'adminToken'>,
  role: string,
  fields: { email?: string; name?: string } = {},
): Promise<{ id: string; email: string; password: string }> {
  const email = fields.email ?? `${role}@example.com`;
  const user = { email, name: fields.name ?? role, role, password: PASSWORD };
  const { id } = await callInstallation<{ id: string }>(server, 'POST', '/users', user);
  return { id, email, password: PASSWORD };
}
