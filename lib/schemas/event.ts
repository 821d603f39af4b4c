import { z } from 'zod';
import type { JsonObject, JsonValue } from '@/lib/engine/types';
import { ownProperty } from '@/lib/engine/attributes';
import { parseInstant } from '@/lib/engine/instant';
import { unitOf } from '@/lib/engine/unit';
import { contextProblem } from './context';
import { isEventName } from './event-name';
import { isKey } from './key';
import { isSubjectKey } from './subject';

export const EVENTS_MOST = 1_000;
const AHEAD_MS = 24 * 3_600_000;
const OLD_MS = 30 * AHEAD_MS;
const ID = /^[\w.:-]{1,100}$/;

/** Body of `POST /api/events`; each event is looked at for itself. */
export const eventsSchema = z.strictObject({ events: z.array(z.custom<JsonValue>()).max(EVENTS_MOST) });

export type EventProblem =
  | 'invalid_event'
  | 'invalid_id'
  | 'invalid_type'
  | 'invalid_name'
  | 'invalid_flag'
  | 'invalid_variant'
  | 'invalid_value'
  | 'invalid_context'
  | 'invalid_timestamp'
  | 'too_early'
  | 'too_late'
  /** Of a client key's: about another subject or tenant than was proven. */
  | 'proof_mismatch';

interface EventBase {
  id: string;
  /** The targeting key; null for an event of nobody. */
  subject: string | null;
  tenant: string | null;
  at: Date;
}
export interface ExposureEvent extends EventBase {
  type: 'exposure';
  flag: string;
  variant: string;
}
export interface TrackEvent extends EventBase {
  type: 'track';
  event: string;
  value: number | null;
}
export type ReadEvent = ExposureEvent | TrackEvent;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** When it happened: now, unless it says so. */
function instantOf(said: JsonValue | undefined, now: Date): Date | EventProblem {
  if (said === undefined || said === null) return now;
  const at = typeof said === 'string' && said.length <= 64 ? parseInstant(said) : null;
  if (at === null) return 'invalid_timestamp';
  if (at > now.getTime() + AHEAD_MS) return 'too_late';
  return at < now.getTime() - OLD_MS ? 'too_early' : new Date(at);
}

function baseOf(event: JsonObject, now: Date): EventBase | EventProblem {
  const id = ownProperty(event, 'id');
  if (typeof id !== 'string' || !ID.test(id)) return 'invalid_id';
  const context = ownProperty(event, 'context') ?? {};
  if (!isObject(context) || contextProblem(context)) return 'invalid_context';
  const subject = unitOf(ownProperty(context, 'targetingKey'));
  const tenant = ownProperty(context, 'tenant') ?? null;
  if (subject !== null && !isSubjectKey(subject)) return 'invalid_context';
  if (tenant !== null && !isKey(tenant)) return 'invalid_context';
  const at = instantOf(ownProperty(event, 'timestamp'), now);
  return at instanceof Date ? { id, subject, tenant, at } : at;
}

/** Reads one event, or says what is wrong with it. The others of its list are not harmed by it. */
export function readEvent(event: JsonValue, now: Date): ReadEvent | EventProblem {
  if (!isObject(event)) return 'invalid_event';
  const base = baseOf(event, now);
  if (typeof base === 'string') return base;
  const type = ownProperty(event, 'type');
  if (type === 'exposure') {
    const [flag, variant] = [ownProperty(event, 'flag'), ownProperty(event, 'variant')];
    if (!isKey(flag)) return 'invalid_flag';
    return isKey(variant) ? { ...base, type, flag, variant } : 'invalid_variant';
  }
  if (type !== 'track') return 'invalid_type';
  const name = ownProperty(event, 'event');
  if (!isEventName(name)) return 'invalid_name';
  const value = ownProperty(event, 'value') ?? null;
  if (value !== null && !(typeof value === 'number' && Number.isFinite(value))) return 'invalid_value';
  return { ...base, type, event: name, value };
}
