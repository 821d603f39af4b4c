import type { AskedChange, Step } from '@/lib/schemas/change-request';
import type { JsonValue } from '@/lib/engine/types';

type Call = Pick<Step, 'verb' | 'input' | 'tenant'>;

/** As many members as one call may have. */
const BATCH = 500;

function memberCalls(
  change: { segment: string; environment: string; addMembers?: string[]; removeMembers?: string[] },
  said: Record<string, JsonValue>,
): Call[] {
  const { segment: key, environment, addMembers = [], removeMembers = [] } = change;
  const callsOf = (verb: string, subjects: readonly string[]): Call[] =>
    Array.from({ length: Math.ceil(subjects.length / BATCH) }, (_, index) => ({
      verb,
      input: { key, environment, room: 0, subjects: subjects.slice(index * BATCH, (index + 1) * BATCH), ...said },
    }));
  return [...callsOf('segments.removeMembers', removeMembers), ...callsOf('segments.addMembers', addMembers)];
}

function callsOf(change: AskedChange, comment: string | undefined): Call[] {
  const said: Record<string, JsonValue> = comment === undefined ? {} : { comment };
  const { environment } = change;
  if ('instructions' in change) return [{ verb: 'configurations.change', input: { ...change, ...said } }];
  if ('conditions' in change) {
    const { segment: key, ...content } = change;
    return [{ verb: 'segments.updateContent', input: { key, ...content, ...said } }];
  }
  if ('override' in change) {
    const { flag, tenant, override } = change;
    const place = { flag, environment, ...said };
    if (!override) return [{ verb: 'overrides.clear', input: place, tenant }];
    const value = JSON.parse(JSON.stringify(override));
    return [{ verb: 'overrides.set', input: { ...value, ...place }, tenant }];
  }
  if ('remove' in change) {
    const { flag, membershipId: id, version } = change;
    return [{ verb: 'memberships.remove', input: { flag, environment, id, version, ...said } }];
  }
  if ('membership' in change) {
    const { flag, membership, membershipId: id, version } = change;
    const place = { flag, environment, ...said };
    if (id === undefined) return [{ verb: 'memberships.create', input: { ...membership, ...place } }];
    const asked: Record<string, JsonValue> = { ...membership, ...place, id };
    return [{ verb: 'memberships.update', input: version === undefined ? asked : { ...asked, version } }];
  }
  return memberCalls(change, said);
}

/** The calls that make these changes. What they reach is known once they were looked at. */
export const stepsOf = (changes: readonly AskedChange[], comment: string | undefined): Step[] =>
  changes.flatMap((change) =>
    callsOf(change, comment).map((call) => ({ ...call, environments: [change.environment], flags: [] })),
  );
