import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { funnelAnswer } from '@/lib/schemas/openapi/onboarding-answers';
import { getFunnel } from '@/lib/services/onboarding/funnel';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/onboarding/funnel',
  {
    GET: inProject(getFunnel, {
      summary: 'How far the subjects of an environment got',
      description: 'Stuck are those that are in a stage, except the last, for longer than `days` (default 7).',
      answer: funnelAnswer,
    }),
  },
);
