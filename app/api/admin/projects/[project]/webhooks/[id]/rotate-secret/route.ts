import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { webhookSecretAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { rotateWebhookSecret } from '@/lib/services/webhooks/rotate-secret';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/webhooks/{id}/rotate-secret',
  {
    POST: inProject(rotateWebhookSecret, {
      summary: 'Make a new signing secret',
      description: 'The new one is answered this once. For a day the one before signs too.',
      answer: webhookSecretAnswer,
    }),
  },
);
