import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { webhookAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { getWebhook } from '@/lib/services/webhooks/get';
import { removeWebhook } from '@/lib/services/webhooks/remove';
import { updateWebhook } from '@/lib/services/webhooks/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/webhooks/{id}', {
  GET: inProject(getWebhook, { summary: 'Read a webhook', answer: webhookAnswer }),
  PATCH: inProject(updateWebhook, { summary: 'Change a webhook, or turn it on or off', answer: webhookAnswer }),
  DELETE: inProject(removeWebhook, { summary: 'Delete a webhook and its log', query: ['version'] }),
});
