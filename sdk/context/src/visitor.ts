import type { HeadersLike, RequestLike } from './values';
import { headersOf } from './headers-of';

/** Somebody who is not signed in, as this site knows them. */
export interface Visitor {
  id: string;
  /** What the answer's `Set-Cookie` must say; null if the browser has a cookie that is good for long enough. */
  setCookie: string | null;
}

export interface VisitorOptions {
  /** Makes an id of 8 to 64 letters, digits, `-` and `_`: `() => crypto.randomUUID()`. */
  newId: () => string;
  now: Date;
  cookie?: {
    /** `flagstaff_visitor` */
    name?: string;
    /** How long it lasts: 365. It is renewed when half of that is over. */
    days?: number;
    domain?: string;
    /** Sent over HTTPS only: true. */
    isSecure?: boolean;
  };
}

const DAY = 86_400_000;
const ID = /^[\w-]{8,64}$/;
const VALUE = /^([\w-]{8,64})\.([0-9a-z]{1,9})$/;

function cookieOf(headers: HeadersLike, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * The visitor that a request's cookie names, or a new one. The cookie is of this site alone and out of scripts' reach.
 * @throws RangeError if `newId` gives something that no cookie can hold.
 */
export function visitorOf(request: RequestLike | HeadersLike, { newId, now, cookie = {} }: VisitorOptions): Visitor {
  const { name = 'flagstaff_visitor', days = 365, domain, isSecure = true } = cookie;
  const [, known, issued = '0'] = VALUE.exec(cookieOf(headersOf(request), name) ?? '') ?? [];
  const age = now.getTime() - Number.parseInt(issued, 36) * 1000;
  if (known !== undefined && age < (days * DAY) / 2) return { id: known, setCookie: null };
  const id = known ?? newId();
  if (!ID.test(id)) throw new RangeError('newId must give 8 to 64 letters, digits, - and _');
  const parts = [
    `${name}=${id}.${Math.floor(now.getTime() / 1000).toString(36)}`,
    'Path=/',
    `Max-Age=${days * 86_400}`,
    `Expires=${new Date(now.getTime() + days * DAY).toUTCString()}`,
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ];
  return { id, setCookie: parts.join('; ') };
}
