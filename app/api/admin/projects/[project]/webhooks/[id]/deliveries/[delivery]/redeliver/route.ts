import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { deliveryAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { redeliver } from '@/lib/services/webhooks/redeliver';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/webhooks/{id}/deliveries/{delivery}/redeliver',
  { POST: inProject(redeliver, { summary: 'Send an event again', answer: deliveryAnswer }) },
);
