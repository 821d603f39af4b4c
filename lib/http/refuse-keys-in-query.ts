import { serviceError } from '@/lib/services/errors';

const OURS = /^(?:bearer\s+)?fs[acs]_/i;

/** A key in an address ends in logs and histories, so it is refused, even beside a valid header. */
export function refuseKeysInQuery(query: URLSearchParams): void {
  for (const text of [...query].flat()) {
    if (OURS.test(text)) throw serviceError('unauthenticated', 'key_in_query');
  }
}
