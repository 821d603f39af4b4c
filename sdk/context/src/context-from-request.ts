import { readAgent } from './agent';
import { headersOf } from './headers-of';
import { preferredLanguage } from './language';
import { attributesToSend } from './personal';
import { addressOf, countryOf, type ProxyHeaders } from './proxy-headers';
import type { Attributes, ContextValue, FlagContext, HeadersLike, RequestLike } from './values';

export interface Subject {
  targetingKey: string;
  attributes?: Readonly<Record<string, ContextValue | undefined>>;
}

export interface ContextOptions {
  /** Who is signed in, as your session says. */
  subject?: Subject | null;
  /** Who is asking if nobody is signed in, and was asking before they signed in; see `visitorOf`. */
  visitor?: { id: string } | null;
  /** The key of the customer they belong to. */
  tenant?: string | null;
  app?: { region?: string; instanceId?: string; version?: string };
  /** What the page told of itself: an IANA time zone, and `1920x1080`. */
  client?: { timezone?: string; screenSize?: string };
  session?: Attributes;
  proxy?: ProxyHeaders;
  /** Names of personal attributes to send: `email`, `client.ipAddress`, `client.userAgent` … None are without. */
  personal?: readonly string[];
}

const TIMEZONE = /^[\w+/-]{1,64}$/;
const SCREEN = /^\d{1,5}x\d{1,5}$/;
const MOST_OF_AGENT = 1_024;

/** Without what is not known; undefined if nothing is. */
function known(values: Readonly<Record<string, string | undefined>>): Attributes | undefined {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function clientOf(headers: HeadersLike, { client = {}, proxy = {}, personal = [] }: ContextOptions) {
  const userAgent = headers.get('user-agent');
  const { timezone = '', screenSize = '' } = client;
  return known({
    ipAddress: personal.includes('client.ipAddress') ? addressOf(headers, proxy) : undefined,
    userAgent: personal.includes('client.userAgent') ? userAgent?.slice(0, MOST_OF_AGENT) : undefined,
    ...readAgent(userAgent),
    language: preferredLanguage(headers.get('accept-language')),
    timezone: TIMEZONE.test(timezone) ? timezone : undefined,
    screenSize: SCREEN.test(screenSize) ? screenSize : undefined,
    country: countryOf(headers, proxy),
  });
}

/**
 * The context that flags are evaluated for, from a request and what only the application knows.
 * @param request a `Request`, or its `Headers`. No header is believed of the sender's address or country unless
 *   `proxy` names it.
 * @returns `targetingKey` (the subject's, else the visitor's id, else absent), `anonymousId` (the visitor's id, before
 *   and after signing in), the subject's attributes, `tenant`, `app`, `client` and `session`, as far as known.
 */
export function contextFromRequest(request: RequestLike | HeadersLike, options: ContextOptions = {}): FlagContext {
  const { subject, visitor, tenant, app = {}, session, personal = [] } = options;
  const { region, instanceId, version } = app;
  const targetingKey = subject?.targetingKey ?? visitor?.id;
  const parts: Record<string, ContextValue | undefined> = {
    anonymousId: visitor?.id,
    tenant: tenant ?? undefined,
    app: known({ region, instanceId, version }),
    client: clientOf(headersOf(request), options),
    session,
  };
  const context: FlagContext = {};
  if (targetingKey !== undefined) context.targetingKey = targetingKey;
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) context[name] = value;
  return Object.assign(context, attributesToSend(subject?.attributes ?? {}, personal));
}
