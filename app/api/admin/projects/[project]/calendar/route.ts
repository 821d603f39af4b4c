import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { calendarAnswer } from '@/lib/schemas/openapi/calendar-answers';
import { listCalendar } from '@/lib/services/calendar/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/calendar', {
  GET: inProject(listCalendar, {
    summary: 'List what happens by the clock',
    description:
      'Runs of schedules, steps of plans, change requests with a time, ramps and windows of rules, memberships and ends of overrides, in at most 62 days. `timezone` says where days begin.',
    answer: calendarAnswer,
  }),
});
