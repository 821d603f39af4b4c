import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { memberChangeAnswer, memberPageAnswer } from '@/lib/schemas/openapi/project-answers';
import { addSegmentMembers } from '@/lib/services/segments/add-members';
import { listSegmentMembers } from '@/lib/services/segments/list-members';
import { removeSegmentMembers } from '@/lib/services/segments/remove-members';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/segments/{key}/members',
  {
    GET: inProject(listSegmentMembers, { summary: 'List the members in an environment', answer: memberPageAnswer }),
    POST: inProject(addSegmentMembers, {
      summary: 'Add members',
      description: 'Idempotent: who is a member stays one.',
      query: ['environment'],
      answer: memberChangeAnswer,
      example: { subjects: ['u1', 'u2'] },
    }),
    DELETE: inProject(removeSegmentMembers, {
      summary: 'Remove members',
      query: ['environment'],
      answer: memberChangeAnswer,
      example: { subjects: ['u1'] },
    }),
  },
);
