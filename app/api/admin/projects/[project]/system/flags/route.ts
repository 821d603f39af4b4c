import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { systemFlagPageAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { listSystemFlags } from '@/lib/services/overrides/list-system-flags';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/system/flags', {
  GET: inProject(listSystemFlags, {
    summary: 'List what each flag gives everybody in an environment',
    description: 'With `overridden` only flags that some tenant overrides.',
    answer: systemFlagPageAnswer,
  }),
});
