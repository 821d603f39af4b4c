import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { importReportAnswer } from '@/lib/schemas/openapi/group-answers';
import { addMemberships } from '@/lib/services/memberships/add-many';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/memberships/import',
  {
    POST: inProject(addMemberships, {
      summary: 'Import memberships',
      description:
        'Up to 1,000 rows, as JSON or as the text of a file whose first line names the columns `subject` or `tenant`, ' +
        '`flag`, `startDate` and `endDate` or `startsAt` and `endsAt`, `timezone`, `variant`, `note`. All rows are ' +
        'added, or none: where one has an error, the answer is 422, and a dry run lists all errors by line. A row ' +
        'that is there already is passed over, so that a list may be sent again.',
      answer: importReportAnswer,
      example: {
        environment: 'production',
        flag: 'new-checkout',
        rows: [{ subject: 'u1', startDate: '2026-03-02', endDate: '2026-03-31' }],
        dryRun: true,
      },
    }),
  },
);
