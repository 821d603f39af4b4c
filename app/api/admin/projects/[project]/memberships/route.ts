import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { membershipPageAnswer } from '@/lib/schemas/openapi/membership-answers';
import { searchMemberships } from '@/lib/services/memberships/search';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/memberships', {
  GET: inProject(searchMemberships, {
    summary: 'List the memberships of all flags in an environment',
    description:
      'Flag by flag: what is open by its end, what is past by its end, the latest first, all else by its start. ' +
      'With `q`, how the key of a subject or a tenant begins, by that key.',
    answer: membershipPageAnswer,
  }),
});
