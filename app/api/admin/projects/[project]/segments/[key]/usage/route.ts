import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { usageListAnswer } from '@/lib/schemas/openapi/parts';
import { segmentUsage } from '@/lib/services/segments/usage';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/segments/{key}/usage',
  {
    GET: inProject(segmentUsage, { summary: 'Where a segment is used', answer: usageListAnswer }),
  },
);
