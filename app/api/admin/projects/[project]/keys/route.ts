import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { apiKeyPageAnswer, createdApiKeyAnswer } from '@/lib/schemas/openapi/access-answers';
import { createApiKey } from '@/lib/services/keys/create';
import { listApiKeys } from '@/lib/services/keys/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/keys', {
  GET: inProject(listApiKeys, { summary: 'List API keys', answer: apiKeyPageAnswer }),
  POST: inProject(createApiKey, {
    summary: 'Create an API key',
    description: 'The secret is in `key`, this once. An admin key is of this project only.',
    answer: createdApiKeyAnswer,
    created: 'id',
    example: { kind: 'client', name: 'Web shop', environment: 'production', origins: ['https://shop.example'] },
  }),
});
