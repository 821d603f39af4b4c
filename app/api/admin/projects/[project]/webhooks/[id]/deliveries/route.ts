import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { deliveryPageAnswer } from '@/lib/schemas/openapi/webhook-answers';
import { listDeliveries } from '@/lib/services/webhooks/list-deliveries';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/webhooks/{id}/deliveries',
  { GET: inProject(listDeliveries, { summary: 'List what was sent, or waits to be', answer: deliveryPageAnswer }) },
);
