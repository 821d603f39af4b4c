import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { subjectAnswer } from '@/lib/schemas/openapi/subject-answers';
import { eraseSubject } from '@/lib/services/subjects/erase';
import { getSubject } from '@/lib/services/subjects/get';
import { updateSubject } from '@/lib/services/subjects/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/subjects/{targetingKey}',
  {
    GET: inProject(getSubject, { summary: 'Read a subject', answer: subjectAnswer }),
    PATCH: inProject(updateSubject, {
      summary: 'Change a subject',
      description: 'Attributes are added to those there are, null takes one away; counters that are named are set.',
      answer: subjectAnswer,
      query: ['environment'],
      example: { version: 3, attributes: { plan: 'pro' }, role: 'manager' },
    }),
    DELETE: inProject(eraseSubject, {
      summary: 'Erase a subject',
      description:
        'Out of what is in force by ordinary changes, then out of history and audit, where `erased-…` stands for it.',
      query: ['environment', 'comment'],
    }),
  },
);
