import { route } from '@/lib/auth/route';
import { inTenant } from '@/lib/http/operation';
import { tenantFlagAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { clearOverride } from '@/lib/services/overrides/clear';
import { getTenantFlag } from '@/lib/services/overrides/get-tenant-flag';
import { setOverride } from '@/lib/services/overrides/set';

const params = { key: 'flag' };

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/flags/{key}',
  {
    GET: inTenant(getTenantFlag, {
      summary: 'Get what a flag gives a tenant in an environment',
      params,
      answer: tenantFlagAnswer,
    }),
    PUT: inTenant(setOverride, {
      summary: 'Set a tenant’s override of a flag',
      description: 'Idempotent. `enabled: false` of a flag that is not boolean is its off variant.',
      params,
      query: ['environment'],
      answer: tenantFlagAnswer,
      example: { enabled: true, expiresAt: '2027-01-01T00:00:00Z', note: 'Trial' },
    }),
    DELETE: inTenant(clearOverride, {
      summary: 'Clear a tenant’s override of a flag',
      description: 'Also of a flag that is no longer declared. Without an override: 404.',
      params,
      query: ['environment', 'comment'],
    }),
  },
);
