import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { scheduleAnswer, schedulePageAnswer } from '@/lib/schemas/openapi/schedule-answers';
import { createSchedule } from '@/lib/services/schedules/create';
import { listSchedules } from '@/lib/services/schedules/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/schedules', {
  GET: inProject(listSchedules, {
    summary: 'List schedules',
    description: 'The newest first. `status=open` is everything that may still happen.',
    answer: schedulePageAnswer,
  }),
  POST: inProject(createSchedule, {
    summary: 'Schedule a change',
    description:
      'Instructions for a flag in an environment, at an instant or by a cron expression. `at` has an offset, or is ' +
      'local in `timezone`: a time that a change of clocks skips is the first instant after it, one that it repeats ' +
      'the first. `missedAfter` is a length of time (`2h`, `PT2H`, milliseconds): a run that is later does not happen. ' +
      'The instructions are tried first, so that what is wrong with them is said now.',
    answer: scheduleAnswer,
    created: 'id',
    example: {
      flag: 'new-checkout',
      environment: 'staging',
      instructions: [{ kind: 'turnOn' }],
      cron: '0 9 * * 1-5',
      timezone: 'Europe/Berlin',
      description: 'On by day',
    },
  }),
});
