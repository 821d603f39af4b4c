import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { signalPageAnswer, signalsAcceptedAnswer } from '@/lib/schemas/openapi/plan-answers';
import { listSignals } from '@/lib/services/signals/list';
import { postSignals } from '@/lib/services/signals/post';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/signals', {
  GET: inProject(listSignals, {
    summary: 'List the signals of an environment',
    description: 'The newest value of each; with `name` its values, newest first.',
    answer: signalPageAnswer,
  }),
  POST: inProject(postSignals, {
    summary: 'Post signals',
    description:
      'Numbers that gates and guardrails of plans go by, of one flag or of the whole environment: one, or up to 1,000 ' +
      'in `signals`. `at` is now unless it is said. They are kept for 30 days.',
    answer: signalsAcceptedAnswer,
    created: '',
    example: { name: 'errorRate', environment: 'production', flag: 'new-checkout', value: 0.004 },
  }),
});
