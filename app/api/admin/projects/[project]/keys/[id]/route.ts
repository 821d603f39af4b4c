import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { revokeApiKey } from '@/lib/services/keys/revoke';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/keys/{id}', {
  DELETE: inProject(revokeApiKey, { summary: 'Revoke an API key' }),
});
