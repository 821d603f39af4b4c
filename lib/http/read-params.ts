import { isStorable } from '@/lib/schemas/text';
import { serviceError } from '@/lib/services/errors';
import type { Params } from './collect-input';

/** What Next hands to a route handler. */
export interface RouteArguments {
  params: Promise<Record<string, string | string[] | undefined>>;
}

function decode(raw: string): string {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    throw serviceError('not_found');
  }
}

/** The parameters as they stand in the address, or null for an address of another form. */
function sentParams(path: string, pathname: string): [string, string][] | null {
  const [parts, sent] = [path.split('/'), pathname.split('/')];
  if (parts.length !== sent.length) return null;
  const named: [string, string][] = [];
  for (const [index, part] of parts.entries()) {
    const [name, value = ''] = [/^\{(\w+)\}$/.exec(part)?.[1], sent[index]];
    if (name !== undefined) named.push([name, value]);
    else if (part !== value) return null;
  }
  return named;
}

/**
 * The path's parameters, decoded. One that cannot be a name of anything stored is not found. They are read from the
 * address: what the framework hands over is decoded already, and a name that holds `%` must not be decoded twice.
 */
export async function readParams(route: RouteArguments | undefined, path: string, pathname: string): Promise<Params> {
  const params: Record<string, string> = {};
  const given = sentParams(path, pathname) ?? Object.entries((await route?.params) ?? {});
  for (const [name, raw] of given) {
    if (typeof raw !== 'string') continue;
    const value = decode(raw);
    if (!isStorable(value)) throw serviceError('invalid', 'unstorable_text');
    params[name] = value;
  }
  return params;
}
