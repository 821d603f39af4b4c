import { serviceError } from '@/lib/services/errors';

const OURS = /^fs[acs]_/;

/** A key in an address ends in logs and histories, so it is refused, even beside a valid header. */
export function refuseKeysInQuery(query: URLSearchParams): void {
  for (const value of query.values()) if (OURS.test(value)) throw serviceError('unauthenticated', 'key_in_query');
}
