import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { attributeAnswer } from '@/lib/schemas/openapi/subject-answers';
import { putAttribute } from '@/lib/services/attributes/put';
import { removeAttribute } from '@/lib/services/attributes/remove';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/attributes/{name}',
  {
    PUT: inProject(putAttribute, {
      summary: 'Define an attribute',
      description: 'In all environments. Idempotent, without a version.',
      answer: attributeAnswer,
      example: { type: 'string', allowed: ['free', 'pro'], trusted: true },
    }),
    DELETE: inProject(removeAttribute, {
      summary: 'Take an attribute’s definition away',
      description: 'Without a version. Conditions and stored values of that name stay.',
      query: ['comment'],
    }),
  },
);
