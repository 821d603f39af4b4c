import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { scheduleAnswer } from '@/lib/schemas/openapi/schedule-answers';
import { getSchedule } from '@/lib/services/schedules/get';
import { cancelSchedule } from '@/lib/services/schedules/remove';
import { updateSchedule } from '@/lib/services/schedules/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/schedules/{id}', {
  GET: inProject(getSchedule, { summary: 'Get a schedule', answer: scheduleAnswer }),
  PATCH: inProject(updateSchedule, {
    summary: 'Change, pause or resume a schedule',
    description:
      'What is left out stays. `enabled` pauses it and lets it go on; for one that waits for a look, true means that ' +
      'it goes on, on what is stored now, in the name of whoever says so. An instant that passed has to be named anew.',
    answer: scheduleAnswer,
    example: { version: 1, enabled: false },
  }),
  DELETE: inProject(cancelSchedule, {
    summary: 'Cancel a schedule',
    description: 'It stays in the list with its runs, and does nothing any more.',
    query: ['comment'],
  }),
});
