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

/** The path's parameters, decoded. One that cannot be a name of anything stored is not found. */
export async function readParams(route: RouteArguments | undefined): Promise<Params> {
  const params: Record<string, string> = {};
  for (const [name, raw] of Object.entries((await route?.params) ?? {})) {
    if (typeof raw !== 'string') continue;
    const value = decode(raw);
    if (!isStorable(value)) throw serviceError('invalid', 'unstorable_text');
    params[name] = value;
  }
  return params;
}
