import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { subjectFlagsAnswer } from '@/lib/schemas/openapi/subject-answers';
import { getSubjectFlags } from '@/lib/services/subjects/get-flags';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/subjects/{targetingKey}/flags',
  {
    GET: inProject(getSubjectFlags, {
      summary: 'What every flag serves a subject, and why',
      description: 'For the stored profile alone, as a server key would be answered that says nothing else.',
      answer: subjectFlagsAnswer,
    }),
  },
);
