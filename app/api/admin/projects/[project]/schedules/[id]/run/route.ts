import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { scheduleAnswer } from '@/lib/schemas/openapi/schedule-answers';
import { runSchedule } from '@/lib/services/schedules/run';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/schedules/{id}/run',
  {
    POST: inProject(runSchedule, {
      summary: 'Run a schedule now',
      description:
        'On what is stored now, also where it waits for a look. One for an instant is done then; an expression goes on.',
      answer: scheduleAnswer,
    }),
  },
);
