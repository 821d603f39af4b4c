import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { usageListAnswer } from '@/lib/schemas/openapi/parts';
import { flagUsage } from '@/lib/services/flags/usage';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/usage',
  {
    GET: inProject(flagUsage, { summary: 'Where a flag is used', answer: usageListAnswer }),
  },
);
