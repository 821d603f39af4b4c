import { contextFromRequest } from '@flagstaff/context';
import { createRequireFlag } from '@flagstaff/next';

/** Stands in for the session of an application: a test says in headers who asks. */
export const requireFlag = createRequireFlag({
  url: process.env.FLAGS_URL ?? '',
  key: process.env.FLAGS_KEY ?? '',
  timeoutMs: 5_000,
  context: (request) =>
    contextFromRequest(request, {
      subject: { targetingKey: request.headers.get('x-subject') ?? 'nobody' },
      tenant: request.headers.get('x-tenant'),
    }),
});
