import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { groupPageAnswer, groupCsv } from '@/lib/schemas/openapi/group-answers';
import { listGroupMembers } from '@/lib/services/memberships/list-members';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/members',
  {
    GET: inProject(listGroupMembers, {
      summary: 'Export a flag’s group in an environment',
      description:
        'Who had an open membership when groups were synchronised last. Comma-separated values by `?format=csv` or ' +
        '`Accept: text/csv`; the header `Link` then names the next page.',
      params: { key: 'flag' },
      answer: groupPageAnswer,
      csv: groupCsv,
    }),
  },
);
