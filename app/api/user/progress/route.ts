import { type Application, applicationRoute, requireSubject } from '@/lib/runtime-application';
import { progressPatchSchema, progressSubjectSchema } from '@/lib/schemas/onboarding';
import { parseInput } from '@/lib/services/define-verb';
import { getProgress } from '@/lib/services/onboarding/get-progress';
import { moveProgress } from '@/lib/services/onboarding/move-progress';

/** Whose progress is asked for, once it is known that the caller may ask. */
function placeOf(application: Application, query: URLSearchParams) {
  // A key that proves nothing is told so, whomever it asks for.
  const named = query.get('targetingKey') ?? undefined;
  requireSubject(application, named ?? '');
  const { targetingKey } = parseInput(progressSubjectSchema, { targetingKey: named });
  return { targetingKey, environment: application.environment };
}

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = applicationRoute({
  GET: async (application, { query }) => {
    const body = await getProgress(application.ctx, placeOf(application, query));
    return { status: 200, body };
  },
  PATCH: async (application, { query, body: asked }) => {
    const place = placeOf(application, query);
    const body = await moveProgress(application.ctx, { ...parseInput(progressPatchSchema, asked), ...place });
    return { status: 200, body };
  },
});
