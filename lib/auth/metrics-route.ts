import { errorAnswer } from '@/lib/http/error-answer';
import { requestIdOf } from '@/lib/http/request-id';
import { runtime } from '@/lib/runtime';
import { authorize } from '@/lib/services/authorize';
import { asServiceError } from '@/lib/services/errors';
import { readBearer } from './admin-key';
import { requireCronSecret } from './cron';
import { edge } from './edge';

/** Whether the bearer is the clocks' secret, which may also look on. */
function isClock(headers: Headers, secret: string | undefined): boolean {
  try {
    requireCronSecret(headers, secret);
    return true;
  } catch (thrown) {
    if (asServiceError(thrown)) return false;
    throw thrown;
  }
}

/** Metrics for those who run it: the clocks' secret, or an admin key that may manage the installation. */
export async function metricsRoute(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const own = runtime();
  try {
    const isSecret = readBearer(request.headers) !== null && isClock(request.headers, own.env.cronSecret);
    if (!isSecret) authorize(await edge.mintInstallation(request, requestId), 'settings.manage', []);
    return new Response(await own.metrics.render(), {
      headers: {
        'content-type': own.metrics.contentType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': requestId,
      },
    });
  } catch (thrown) {
    return errorAnswer(thrown, requestId, own.log);
  }
}
