import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { overrideGridAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { gridOfOverrides } from '@/lib/services/overrides/grid';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/overrides/grid', {
  GET: inProject(gridOfOverrides, {
    summary: 'Get a window of the grid of tenants and flags',
    description: 'Both by key, from an offset on. `q` searches tenants, `flags` flags.',
    answer: overrideGridAnswer,
  }),
});
