import { errorAnswer } from '@/lib/http/error-answer';
import { jsonAnswer } from '@/lib/http/json-answer';
import { requestIdOf } from '@/lib/http/request-id';
import { runtime } from '@/lib/runtime';
import { requireCronSecret } from './cron';

/** Runs a job when a clock outside says so, and answers what it did. */
export async function cronRoute(request: Request, route: { params: Promise<{ job: string }> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const own = runtime();
  try {
    requireCronSecret(request.headers, own.env.cronSecret);
    await own.ready();
    const { job } = await route.params;
    return jsonAnswer(200, { job, ...(await own.jobs.run(job, 'cron')) }, requestId);
  } catch (thrown) {
    return errorAnswer(thrown, requestId, own.log);
  }
}
