import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { segmentContentAnswer } from '@/lib/schemas/openapi/project-answers';
import { getSegment } from '@/lib/services/segments/get';
import { removeSegment } from '@/lib/services/segments/remove';
import { updateSegmentContent } from '@/lib/services/segments/update-content';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/segments/{key}', {
  GET: inProject(getSegment, {
    summary: 'Get a segment and its content in an environment',
    answer: segmentContentAnswer,
  }),
  PUT: inProject(updateSegmentContent, {
    summary: 'Replace the content of a segment in an environment',
    description: 'The version is that of the content there. Name and description are the project’s.',
    query: ['environment'],
    answer: segmentContentAnswer,
    example: { version: 1, operator: 'AND', conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] },
  }),
  DELETE: inProject(removeSegment, {
    summary: 'Delete a segment everywhere',
    description: 'In use: 422 lists where.',
    query: ['environment', 'comment'],
  }),
});
