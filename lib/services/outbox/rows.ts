import type { Prisma } from '@/lib/db/generated/client';
import type { AuditDraft } from '../audit/draft';
import type { Scope, ServiceContext } from '../context';
import { projectIdOf } from '../scopes';
import { type EventPayload, eventPayloadSchema } from './payload';
import { isQuiet } from './topics';

/** An event that a write told of by itself; one of an audited action adds its details to that. */
export interface EventDraft {
  topic: string;
  environmentId: string | null;
  /** Of that environment, where the write locked it. */
  environment: string | null;
  payload: object;
}

/** An audit draft and the id that its row gets. */
export type NumberedDraft = AuditDraft & { id: string };

type Context = Pick<ServiceContext<Scope>, 'scope' | 'actor' | 'via' | 'requestId' | 'now'>;

const MOST_DETAIL = 4_096;
/** Subjects are people: what they are called stays in the audit, where it can be erased. */
const PERSONAL = /^subject\./;
const NAMES = ['segment', 'key', 'number', 'name'] as const;

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** What a change is about, where it is neither a flag nor a tenant: a segment's key, a key's name. */
function aboutOf({ action, before, after }: AuditDraft): string | null {
  if (PERSONAL.test(action)) return null;
  for (const name of NAMES) {
    const value = fieldOf(after ?? before, name);
    if (typeof value === 'string' || typeof value === 'number') return String(value).slice(0, 200);
  }
  return null;
}

function versionOf({ after }: AuditDraft): number | null {
  const version = fieldOf(after, 'version');
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : null;
}

/** A long list says only that it was too long: one event must not make a transaction large. */
function detailsOf(payload: object): EventPayload['details'] {
  const text = JSON.stringify(payload);
  if (text.length > MOST_DETAIL) return { omitted: true };
  return eventPayloadSchema.shape.details.parse(JSON.parse(text));
}

const common = ({ actor, via, requestId, now }: Context) => ({
  v: 1 as const,
  at: now.toISOString(),
  actor: { kind: actor.kind, name: actor.name },
  via,
  requestId,
});

function rowOfDraft(ctx: Context, draft: NumberedDraft, told: EventDraft | undefined): Prisma.OutboxCreateManyInput {
  const payload: EventPayload = {
    ...common(ctx),
    action: draft.action,
    flag: draft.flag ?? null,
    environment: draft.environment ?? null,
    tenant: draft.tenant ?? null,
    about: aboutOf(draft),
    version: versionOf(draft),
    comment: draft.comment ?? null,
    auditId: draft.id,
    details: told ? detailsOf(told.payload) : null,
  };
  const projectId = draft.projectId ?? projectIdOf(ctx.scope);
  const environmentId = told?.environmentId ?? null;
  return { topic: draft.action, projectId, environmentId, payload, at: ctx.now };
}

function rowOfEvent(ctx: Context, { topic, environmentId, environment, payload }: EventDraft) {
  const text = (name: string): string | null => {
    const value = fieldOf(payload, name);
    return typeof value === 'string' ? value.slice(0, 200) : null;
  };
  const whole: EventPayload = {
    ...common(ctx),
    action: topic,
    flag: text('flag'),
    environment: environment ?? text('environment'),
    tenant: text('tenant'),
    about: text('plan') ?? text('schedule'),
    version: null,
    comment: text('comment'),
    auditId: null,
    details: detailsOf(payload),
  };
  return { topic, projectId: projectIdOf(ctx.scope), environmentId, payload: whole, at: ctx.now };
}

/**
 * The outbox rows of a write: one for each audited change of a project, and one for each event that is no audited
 * change. Nobody outside is told of what the installation does to itself.
 */
export function outboxRows(
  ctx: Context,
  drafts: readonly NumberedDraft[],
  events: readonly EventDraft[],
): Prisma.OutboxCreateManyInput[] {
  const own = new Map<string, EventDraft[]>();
  const audited = new Set(drafts.map(({ action }) => action));
  for (const event of events) {
    if (audited.has(event.topic)) own.set(event.topic, [...(own.get(event.topic) ?? []), event]);
  }
  const rows = drafts
    .filter(({ action, projectId }) => !isQuiet(action) && (projectId ?? projectIdOf(ctx.scope)) !== null)
    .map((draft) => rowOfDraft(ctx, draft, own.get(draft.action)?.shift()));
  const others = projectIdOf(ctx.scope) === null ? [] : events.filter(({ topic }) => !audited.has(topic));
  return [...rows, ...others.map((event) => rowOfEvent(ctx, event))];
}
