import { isObject, type Json, type JsonObject, objectsOf } from './json-schema';

const NAMES: Readonly<Record<string, string>> = {
  project: 'default',
  env: 'production',
  environment: 'production',
  key: 'new-checkout',
  version: '1',
  from: 'staging',
  to: 'production',
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Whether `Authorization` is wanted, and which key goes there. */
function keyFor(security: Json | undefined): string | null {
  const schemes = objectsOf(security).flatMap(Object.keys);
  if (schemes.includes('adminToken')) return '$FLAGSTAFF_ADMIN_TOKEN';
  return schemes.length > 0 ? '$FLAGSTAFF_KEY' : null;
}

/** A command that can be pasted, with the operation's example as its body. */
export function curlLine(method: string, path: string, operation: JsonObject, example: Json | undefined): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => NAMES[name] ?? `$${name.toUpperCase()}`);
  const query = objectsOf(operation.parameters)
    .filter(({ in: place, required }) => place === 'query' && required === true)
    .map(({ name }) => `${String(name)}=${NAMES[String(name)] ?? ''}`);
  if (method === 'DELETE' && objectsOf(operation.parameters).some(({ name }) => name === 'version'))
    query.push('version=1');
  const url = `$FLAGSTAFF_URL${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const key = keyFor(operation.security);
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "${url}"`,
    ...(key === null ? [] : [`-H "Authorization: Bearer ${key}"`]),
  ];
  if (example !== undefined && isObject(example)) {
    lines.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(example, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}
