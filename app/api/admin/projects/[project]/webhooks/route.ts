import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { webhookPageAnswer, webhookSecretAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { createWebhook } from '@/lib/services/webhooks/create';
import { listWebhooks } from '@/lib/services/webhooks/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/webhooks', {
  GET: inProject(listWebhooks, { summary: 'List webhooks', answer: webhookPageAnswer }),
  POST: inProject(createWebhook, {
    summary: 'Create a webhook',
    description:
      'Events are sent as Standard Webhooks, signed with `secret`, which is answered this once, or as Slack messages. ' +
      'Private addresses are refused unless the configuration allows them.',
    answer: webhookSecretAnswer,
    created: 'id',
    example: { name: 'Deploy bot', url: 'https://hooks.example.com/flags', topics: ['config.change', 'config.kill'] },
  }),
});
