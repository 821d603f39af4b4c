import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { undoChange } from '@/lib/services/configurations/undo';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/undo',
  {
    POST: inProject(undoChange, {
      summary: 'Take one change back',
      description: 'Applies the inverse of the change that made `version`; 409 if what it touched was changed since.',
      params: { key: 'flag' },
      answer: configurationAnswer,
      example: { version: 3 },
    }),
  },
);
