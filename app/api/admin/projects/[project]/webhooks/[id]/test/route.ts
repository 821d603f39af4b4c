import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { deliveryAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { testWebhook } from '@/lib/services/webhooks/send-test';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/webhooks/{id}/test',
  {
    POST: inProject(testWebhook, {
      summary: 'Send an example',
      description: 'Sent at once and not tried again; the answer says what came of it.',
      answer: deliveryAnswer,
    }),
  },
);
