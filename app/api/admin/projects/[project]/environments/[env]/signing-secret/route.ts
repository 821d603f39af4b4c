import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { signingSecretAnswer } from '@/lib/schemas/openapi/subject-answers';
import { renewSigningSecret } from '@/lib/services/environments/renew-secret';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/environments/{env}/signing-secret',
  {
    POST: inProject(renewSigningSecret, {
      summary: 'Make a new signing secret',
      description: 'Shown this once. Subject proofs made with the one before are refused from then on.',
      answer: signingSecretAnswer,
      params: { env: 'key' },
    }),
  },
);
