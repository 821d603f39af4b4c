import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { jobRunAnswer } from '@/lib/schemas/openapi/job-answers';
import { runJobNow } from '@/lib/services/job-runs/run';

export const maxDuration = 60;

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/jobs/{job}/run', {
  POST: inInstallation(runJobNow, {
    summary: 'Run a job now',
    description: 'Answers once it has run. `busy` says that another process is at it: nothing was done twice.',
    answer: jobRunAnswer,
  }),
});
