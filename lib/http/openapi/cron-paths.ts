import { cronAnswer } from '@/lib/schemas/openapi/job-answers';
import { jsonContent, refusedAnswer } from './describe-answer';
import type { JsonObject } from './json-schema';
import { tagOf } from './tags';

const run: JsonObject = {
  operationId: 'jobs.runByClock',
  tags: [tagOf('/api/cron/{job}')],
  summary: 'Run a job, as a clock does',
  description:
    'For Vercel cron and any other clock, with `CRON_SECRET` as bearer. May be called at any time and any number of times: what is due is done once.',
  security: [{ cronSecret: [] }],
  parameters: [
    {
      name: 'job',
      in: 'path',
      required: true,
      description: 'As `GET /api/admin/jobs` names it.',
      schema: { type: 'string', examples: ['run-schedules'] },
    },
  ],
  responses: {
    200: {
      description: 'What it did; `busy` when another process is at it.',
      content: jsonContent(cronAnswer),
    },
    401: refusedAnswer('The secret is missing or wrong.'),
    404: refusedAnswer('There is no such job.'),
    503: refusedAnswer('No `CRON_SECRET` is set, so that these routes are closed, or the database does not answer.'),
  },
};

const metrics: JsonObject = {
  operationId: 'metrics.read',
  tags: [tagOf('/api/metrics')],
  summary: 'Read metrics for Prometheus',
  description: 'In the text format. With `CRON_SECRET`, or an admin key of the whole installation, as bearer.',
  security: [{ cronSecret: [] }, { adminToken: [] }],
  responses: {
    200: { description: 'Of this process, and what waits in the database.' },
    401: refusedAnswer('Neither of the two.'),
    403: refusedAnswer('The key may not manage the installation.'),
  },
};

const calendarFile: JsonObject = {
  operationId: 'calendar.file',
  tags: [tagOf('/api/admin/projects/{project}/calendar.ics')],
  summary: 'Read the calendar as an iCalendar file',
  description:
    'From a week ago to seven weeks ahead. `token` is the secret of a calendar link, for apps that send no headers; a wrong one answers 404.',
  security: [{}, { adminToken: [] }, { session: [] }],
  parameters: [
    { name: 'project', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'token', in: 'query', required: false, schema: { type: 'string' } },
    { name: 'lang', in: 'query', required: false, schema: { type: 'string', enum: ['en', 'de'] } },
  ],
  responses: {
    200: { description: 'text/calendar, RFC 5545.' },
    401: refusedAnswer('Without a link: no valid key or session.'),
    404: refusedAnswer('No such project or link, or its maker may not see it any more.'),
  },
};

/** What clocks, monitoring and calendar apps call. */
export const cronPaths = (): JsonObject => ({
  '/api/cron/{job}': { get: run },
  '/api/metrics': { get: metrics },
  '/api/admin/projects/{project}/calendar.ics': { get: calendarFile },
});
