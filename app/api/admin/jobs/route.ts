import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { jobsAnswer } from '@/lib/schemas/openapi/job-answers';
import { listJobs } from '@/lib/services/job-runs/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/jobs', {
  GET: inInstallation(listJobs, {
    summary: 'List what runs on a clock',
    description: 'When each job ran last, what came of it, and the newest runs that found something to do.',
    answer: jobsAnswer,
  }),
});
