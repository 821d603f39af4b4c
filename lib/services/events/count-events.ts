import type { TrackEvent } from '@/lib/schemas/event';
import { jsonOf } from '../json-of';
import { afterSubjectChange } from '../onboarding/after-subject-change';
import { profileOf } from '../subjects/profile-of';
import { raiseProfileNumber } from '../subjects/raise-profile-number';
import { subjectId } from '../subjects/subject-row';
import type { EnvironmentRow, WriteContext } from '../transaction';

/** A count that went further would no longer be a whole number. */
const COUNT_MOST = 1_000_000_000;

interface Counted {
  tenant: string | null;
  counts: Map<string, number>;
}

function countBySubject(events: readonly TrackEvent[]): Map<string, Counted> {
  const subjects = new Map<string, Counted>();
  for (const { subject, tenant, event } of events) {
    if (subject === null) continue;
    const counted = subjects.get(subject) ?? { tenant: null, counts: new Map<string, number>() };
    counted.tenant = tenant ?? counted.tenant;
    counted.counts.set(event, (counted.counts.get(event) ?? 0) + 1);
    subjects.set(subject, counted);
  }
  return subjects;
}

function added(before: Record<string, number>, counts: ReadonlyMap<string, number>): Record<string, number> {
  const known = new Map(Object.entries(before));
  for (const [event, count] of counts) known.set(event, Math.min((known.get(event) ?? 0) + count, COUNT_MOST));
  return Object.fromEntries(known);
}

/**
 * Moves the counters of the subjects that did something, makes subjects that nobody told us of, and moves them on in
 * onboarding. Needs the environment's lock.
 */
export async function countEvents(
  tx: WriteContext,
  environment: EnvironmentRow,
  events: readonly TrackEvent[],
): Promise<void> {
  const environmentId = environment.id;
  const subjects = countBySubject(events);
  if (subjects.size === 0) return;
  const number = await raiseProfileNumber(tx, environmentId);
  const rows = await tx.db.subject.findMany({ where: { environmentId, key: { in: [...subjects.keys()] } } });
  const known = new Map(rows.map((row) => [row.key, row]));
  for (const [key, { tenant, counts }] of subjects) {
    const row = known.get(key);
    const counters = jsonOf(added(row ? profileOf(row).counters : {}, counts));
    const stored = { counters, number, updatedAt: tx.now };
    if (row) {
      const data = { ...stored, version: { increment: 1 } };
      await tx.db.subject.update({ where: subjectId(environmentId, key), data });
    } else {
      const fresh = { environmentId, key, attributes: {}, tenant, joinedAt: tx.now, createdAt: tx.now };
      await tx.db.subject.create({ data: { ...stored, ...fresh } });
    }
  }
  const last = new Map(events.flatMap(({ subject, event }) => (subject === null ? [] : [[subject, event] as const])));
  for (const [event, keys] of byEvent(last)) await afterSubjectChange(tx, environment, keys, { event });
}

/** The subjects of each event: that which a subject did last is why it moved on. */
function byEvent(last: ReadonlyMap<string, string>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [subject, event] of last) keys.set(event, [...(keys.get(event) ?? []), subject]);
  return keys;
}
