import { letSignInFollowRequest } from '@/lib/env';
import { errorAnswer } from '@/lib/http/error-answer';
import { requestIdOf } from '@/lib/http/request-id';
import { runtime } from '@/lib/runtime';
import { serviceError } from '@/lib/services/errors';
import { authOptions } from './auth-options';
import { clientAddress } from './client-address';
import { dependencies } from './dependencies';
import { guestIdentity, mintInstallation } from './mint';
import { handleAuth } from './next-auth-handler';
import { requireSameOrigin } from './origin';
import { siteOf } from './site';

const ACTION = /^(_log|[a-z0-9-]{1,40})$/;

/** Answers `/api/auth/…`: signing in and out, by password or by a provider. */
export async function authRoute(
  request: Request,
  route: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { log, env } = runtime();
  try {
    const { nextauth } = await route.params;
    if (!nextauth.every((part) => ACTION.test(part))) throw serviceError('not_found');
    // A page elsewhere must not sign people in as somebody else.
    if (request.method === 'POST' && request.headers.has('origin')) requireSameOrigin(request.headers);
    letSignInFollowRequest();
    const ctx = mintInstallation(await dependencies(request.headers), guestIdentity, requestId);
    const options = authOptions({
      ctx,
      env,
      secure: siteOf(request.headers).secure,
      address: clientAddress(request.headers, env.trustedProxies),
      onError: (code) => log.warn({ requestId, code }, 'the sign-in library reports a problem'),
    });
    return await handleAuth(request, nextauth, options);
  } catch (thrown) {
    return errorAnswer(thrown, requestId, log);
  }
}
