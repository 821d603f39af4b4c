import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { manyOverridesAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { setManyOverrides } from '@/lib/services/overrides/set-many';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/overrides/bulk', {
  POST: inProject(setManyOverrides, {
    summary: 'Set or clear a flag’s override for many tenants',
    description: 'Idempotent, in batches. With `dryRun` nothing is stored: the answer is what would change.',
    answer: manyOverridesAnswer,
    example: {
      flag: 'new-reports',
      environment: 'production',
      tenants: ['acme', 'globex'],
      enabled: true,
      dryRun: true,
    },
  }),
});
