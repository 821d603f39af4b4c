/** The path that `proxy.ts` notes on a request, so that signing in leads back to it. */
export const PATH_HEADER = 'x-flagstaff-path';
