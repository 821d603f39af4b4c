import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { flagAnswer } from '@/lib/schemas/openapi/flag-answers';
import { archiveFlag } from '@/lib/services/flags/archive';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/archive',
  {
    POST: inProject(archiveFlag, {
      summary: 'Archive a flag',
      description: 'An archived flag is not found by evaluations.',
      answer: flagAnswer,
      example: { comment: 'The release is done' },
    }),
  },
);
