import { applicationRoute, requireSubject } from '@/lib/runtime-application';
import { identifySchema } from '@/lib/schemas/subject';
import { parseInput } from '@/lib/services/define-verb';
import { serviceError } from '@/lib/services/errors';
import { identifySubject } from '@/lib/services/subjects/identify';

/** Stores what an application knows of a subject; a client key proves whom it speaks of, and of which tenant. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = applicationRoute({
  POST: async (application, { body }) => {
    const { ctx, environment, kind, claims } = application;
    const { targetingKey, tenant } = parseInput(identifySchema, body ?? {});
    requireSubject(application, targetingKey);
    if (claims && tenant !== undefined && tenant !== claims.tenant) throw serviceError('forbidden', 'proof_mismatch');
    const proven = claims?.tenant ? { tenant: claims.tenant } : {};
    const said = { ...Object(body), ...proven, environment, isTrusted: kind === 'server' };
    return { status: 200, body: await identifySubject(ctx, said) };
  },
});
