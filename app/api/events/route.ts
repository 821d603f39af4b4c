import { applicationRoute } from '@/lib/runtime-application';
import { eventsSchema } from '@/lib/schemas/event';
import { parseInput } from '@/lib/services/define-verb';
import { ingestEvents } from '@/lib/services/events/ingest';

/** Takes what subjects were served and did. 202 says that it is stored. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = applicationRoute({
  POST: async ({ ctx, environment, kind, claims }, { body }) => {
    const { events } = parseInput(eventsSchema, body ?? {});
    const vouched = kind === 'server' ? 'server' : (claims ?? 'nobody');
    return { status: 202, body: await ingestEvents(ctx, { environment, events, vouched }) };
  },
});
