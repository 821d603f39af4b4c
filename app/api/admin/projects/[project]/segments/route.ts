import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { segmentAnswer, segmentPageAnswer } from '@/lib/schemas/openapi/project-answers';
import { createSegment } from '@/lib/services/segments/create';
import { listSegments } from '@/lib/services/segments/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/segments', {
  GET: inProject(listSegments, { summary: 'List segments', answer: segmentPageAnswer }),
  POST: inProject(createSegment, {
    summary: 'Create a segment',
    description: 'Its content is empty in every environment: it holds nobody but its members.',
    answer: segmentAnswer,
    created: 'key',
    example: { key: 'beta-testers', name: 'Beta testers' },
  }),
});
