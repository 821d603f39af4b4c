import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { subjectAnswer, subjectPageAnswer } from '@/lib/schemas/openapi/subject-answers';
import { createSubject } from '@/lib/services/subjects/create';
import { listSubjects } from '@/lib/services/subjects/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/subjects', {
  GET: inProject(listSubjects, {
    summary: 'List subjects of an environment',
    description: 'By targeting key; `q` is a part of it, of an e-mail address or of a name.',
    answer: subjectPageAnswer,
  }),
  POST: inProject(createSubject, {
    summary: 'Add a subject',
    description: 'By hand; applications use `/api/identify`, which also changes those that are there.',
    answer: subjectAnswer,
    created: 'targetingKey',
    query: ['environment'],
    example: { targetingKey: 'u1', attributes: { email: 'ada@example.com' }, role: 'employee', tenant: 'acme' },
  }),
});
