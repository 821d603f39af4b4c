import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer, changeRequestPageAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { createChangeRequest } from '@/lib/services/approvals/create';
import { listChangeRequests } from '@/lib/services/approvals/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/change-requests', {
  GET: inProject(listChangeRequests, {
    summary: 'List change requests',
    description: 'The newest first. `whose=waiting`: those that wait for your approval.',
    answer: changeRequestPageAnswer,
  }),
  POST: inProject(createChangeRequest, {
    summary: 'Ask for changes to be approved',
    description:
      'Of several flags, segments, tenants and environments: all of them are made, or none. ' +
      'Writes that an environment wants approvals for become change requests by themselves.',
    answer: changeRequestAnswer,
    created: 'id',
    example: {
      title: 'Launch the checkout',
      comment: 'As agreed on Monday',
      changes: [
        { flag: 'checkout', environment: 'production', version: 3, instructions: [{ kind: 'turnOn' }] },
        { segment: 'beta-testers', environment: 'production', addMembers: ['user-1'] },
      ],
    },
  }),
});
