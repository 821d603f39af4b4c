import { env } from '@/lib/env';
import { serviceError } from '@/lib/services/errors';
import { identifyKey, readBearer } from './admin-key';
import type { Identity, Dependencies } from './context';
import { requireOwnWrite } from './origin';
import { readCookie, sessionCookieName } from './session-token';
import { readSignedIn } from './signed-in';
import { siteOf } from './site';

/** Who makes this request: an admin key, or else a session. Throws `unauthenticated`, or `forbidden` for a foreign page. */
export async function identify(
  dependencies: Dependencies,
  request: Request,
  noteKey: (id: string) => void,
): Promise<Identity> {
  const token = readBearer(request.headers);
  if (token !== null) {
    const identity = await identifyKey(dependencies, token, request.headers);
    noteKey(identity.keyId);
    return identity;
  }
  const cookie = readCookie(request.headers.get('cookie'), sessionCookieName(siteOf(request.headers).secure));
  const signedIn = await readSignedIn(dependencies, cookie, env().sessionSecret);
  if (!signedIn) throw serviceError('unauthenticated');
  requireOwnWrite(request);
  return signedIn;
}
