import { isStorable } from '@/lib/schemas/text';
import { serviceError } from '@/lib/services/errors';
import type { Method } from './operation';
import { readVersion } from './read-version';

export type Params = Readonly<Record<string, string>>;

export interface Gathering {
  method: Method;
  /** By the names of the input. */
  params: Params;
  url: URL;
  headers: Headers;
  /** Undefined: the request had none. */
  body: unknown;
  /** Names the verb takes. */
  fields: ReadonlySet<string>;
  /** Names a write takes from the query. */
  query: readonly string[];
}

function bodyFields(body: unknown): Record<string, unknown> {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw serviceError('invalid', 'body_object');
  return { ...body };
}

/** Once is a text, more often a list, which no schema of a single value takes. */
function queryFields({ method, fields, params, query, url }: Gathering): Record<string, unknown> {
  const wanted = method === 'GET' ? [...fields] : query;
  const found: Record<string, unknown> = {};
  for (const name of wanted) {
    const values = url.searchParams.getAll(name);
    if (values.length === 0 || name in params || name === 'version') continue;
    if (!values.every(isStorable)) throw serviceError('invalid', 'unstorable_text');
    found[name] = values.length === 1 ? values[0] : values;
  }
  return found;
}

/**
 * One input of path, query and body. A body may repeat what the path says, as GET answers do; saying something else
 * is refused. Names are copied as own properties, so that `__proto__` is an ordinary unknown name.
 */
export function collectInput(gathering: Gathering): Record<string, unknown> {
  const { body: raw, params, fields, method } = gathering;
  const body = bodyFields(raw);
  for (const [name, value] of Object.entries(params)) {
    if (Object.hasOwn(body, name) && body[name] !== value) throw serviceError('invalid', 'path_differs');
  }
  const input: Record<string, unknown> = { ...queryFields(gathering), ...body, ...params };
  if (method === 'GET' || !fields.has('version')) return input;
  const version = readVersion(body.version, gathering.url.searchParams, gathering.headers);
  if (version !== undefined) input.version = version;
  return input;
}
