import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { scheduleRunPageAnswer } from '@/lib/schemas/openapi/schedule-answers';
import { listScheduleRuns } from '@/lib/services/schedules/list-runs';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/schedules/{id}/runs',
  {
    GET: inProject(listScheduleRuns, {
      summary: 'List what became of a schedule’s runs',
      description: 'The newest planned instant first. Missed instants of an expression are among them, as skipped.',
      answer: scheduleRunPageAnswer,
    }),
  },
);
