import { contextFromRequest, type FlagContext, type RequestLike } from '@flagstaff/context';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { flagSource, type OpenFeatureSettings, type ServerSettings } from './flag-source';

export interface GateSettings {
  /**
   * Who asks. A page hands over its headers alone, a handler and the proxy the whole request. Without this, flags see
   * what the headers tell of the client, and neither subject nor tenant.
   */
  context?: (request: RequestLike) => FlagContext | Promise<FlagContext>;
  /** What a handler or the proxy answers instead of a 404 of its own. */
  refuse?: (request: RequestLike) => Response;
}

type Handler<Asked extends RequestLike, Rest extends unknown[], Answer> = (
  request: Asked,
  ...rest: Rest
) => Answer | Promise<Answer>;

export interface RequireFlag {
  /** In a page, a layout or a server action: ends it as not found unless the flag is on. */
  (flag: string): Promise<void>;
  /** Around a route handler or the proxy: answers 404 in its place unless the flag is on. */
  <Asked extends RequestLike, Rest extends unknown[], Answer>(
    flag: string,
    handler: Handler<Asked, Rest, Answer>,
  ): (request: Asked, ...rest: Rest) => Promise<Answer | Response>;
}

const answerNotFound = (): Response =>
  new Response('Not found', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });

/**
 * Makes `requireFlag` for an application: once, in a module of its own. A flag that is unknown, not a boolean one, or
 * cannot be asked for in time counts as off.
 */
export function createRequireFlag(settings: GateSettings & (ServerSettings | OpenFeatureSettings)): RequireFlag {
  const { context = contextFromRequest, refuse = answerNotFound } = settings;
  const source = flagSource(settings);
  const isOn = async (flag: string, request: RequestLike) => source(flag, await context(request));

  async function requireInPage(flag: string): Promise<void> {
    if (!(await isOn(flag, { headers: await headers() }))) notFound();
  }
  function requireFlag(flag: string): Promise<void>;
  function requireFlag<Asked extends RequestLike, Rest extends unknown[], Answer>(
    flag: string,
    handler: Handler<Asked, Rest, Answer>,
  ): (request: Asked, ...rest: Rest) => Promise<Answer | Response>;
  function requireFlag<Asked extends RequestLike, Rest extends unknown[], Answer>(
    flag: string,
    handler?: Handler<Asked, Rest, Answer>,
  ) {
    if (handler === undefined) return requireInPage(flag);
    return async (request: Asked, ...rest: Rest): Promise<Answer | Response> =>
      (await isOn(flag, request)) ? handler(request, ...rest) : refuse(request);
  }
  return requireFlag;
}
