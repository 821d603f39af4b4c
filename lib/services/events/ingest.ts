import { z } from 'zod';
import { type EventProblem, EVENTS_MOST, type ReadEvent, readEvent, type TrackEvent } from '@/lib/schemas/event';
import type { JsonValue } from '@/lib/engine/types';
import { keySchema } from '@/lib/schemas/key';
import { findEnvironment } from '../configurations/find-subject';
import { defineVerb } from '../define-verb';
import { countEvents } from './count-events';
import { insertEvents } from './insert-events';
import type { IngestedView } from './types';

const input = z.strictObject({
  environment: keySchema,
  /** Looked at one by one. */
  events: z.array(z.custom<JsonValue>()).max(EVENTS_MOST),
  /** Whether a server says it, or of whom a client has proven that it speaks; else nobody is counted. */
  vouched: z.union([
    z.literal('server'),
    z.object({ targetingKey: z.string(), tenant: z.string().nullable() }),
    z.literal('nobody'),
  ]),
});
type Asked = z.output<typeof input>;

/** A proven client reports about one subject: what says another one is refused, what says none is its own. */
function asVouched(event: ReadEvent, { vouched }: Asked): ReadEvent | EventProblem {
  if (typeof vouched === 'string') return event;
  const { targetingKey, tenant } = vouched;
  const isOther = event.subject !== null && event.subject !== targetingKey;
  if (isOther || (event.tenant !== null && event.tenant !== tenant)) return 'proof_mismatch';
  return { ...event, subject: targetingKey, tenant };
}

interface Sorted {
  events: ReadEvent[];
  twice: number;
  rejected: IngestedView['rejected'];
}

function sort(asked: Asked, now: Date): Sorted {
  const events = new Map<string, ReadEvent>();
  const sorted: Sorted = { events: [], twice: 0, rejected: [] };
  for (const [index, said] of asked.events.entries()) {
    const read = readEvent(said, now);
    const event = typeof read === 'string' ? read : asVouched(read, asked);
    if (typeof event === 'string') sorted.rejected.push({ index, code: event });
    else if (events.has(event.id)) sorted.twice += 1;
    else events.set(event.id, event);
  }
  return { ...sorted, events: [...events.values()] };
}

/** Whether an event moves a counter. */
const isCounted = (event: ReadEvent, { vouched }: Asked): event is TrackEvent =>
  event.type === 'track' && vouched !== 'nobody';

/** Whether any event may move a counter, for which subjects are locked. */
const mayCount = ({ vouched, events }: Asked): boolean =>
  vouched !== 'nobody' &&
  events.some((event) => typeof event === 'object' && event !== null && Reflect.get(event, 'type') === 'track');

/** Stores events, each once for its id, and counts what subjects did as far as somebody vouches for it. */
export const ingestEvents = defineVerb({
  verbName: 'events.ingest',
  input,
  permission: 'subject.edit',
  locks: (asked) => (mayCount(asked) ? { environments: [asked.environment] } : {}),
  reaches: ({ environments }) => environments,
  // An application has nobody to ask for a comment.
  isCommentFree: () => true,
  run: async (tx, asked): Promise<IngestedView> => {
    const environment = await findEnvironment(tx.db, tx.scope.projectId, asked.environment);
    const { events, twice, rejected } = sort(asked, tx.now);
    const fresh = events.length > 0 ? await insertEvents(tx.db, environment.id, events, tx.now) : new Set<string>();
    const stored = events.filter(({ id }) => fresh.has(id));
    await countEvents(
      tx,
      environment,
      stored.filter((event) => isCounted(event, asked)),
    );
    return { accepted: stored.length, duplicate: twice + events.length - stored.length, rejected };
  },
});
