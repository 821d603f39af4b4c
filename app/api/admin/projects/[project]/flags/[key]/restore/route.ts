import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { flagAnswer } from '@/lib/schemas/openapi/flag-answers';
import { restoreFlag } from '@/lib/services/flags/restore';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/restore',
  {
    POST: inProject(restoreFlag, {
      summary: 'Restore an archived flag',
      answer: flagAnswer,
      example: { comment: 'The release is done' },
    }),
  },
);
