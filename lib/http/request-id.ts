import { randomUUID } from 'node:crypto';

const FORM = /^[0-9a-fA-F-]{16,64}$/;

/** The id a proxy gave the request, if it looks like one, or a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given !== null && FORM.test(given) ? given : randomUUID();
}
