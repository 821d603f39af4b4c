import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/types';
import type { AppliedOutcome, Step } from '@/lib/schemas/change-request';
import { serviceError } from '../errors';

type Draft = AppliedOutcome['drafts'][number];
type Call = Pick<Step, 'verb' | 'input'>;

const plain = (value: unknown): Record<string, JsonValue> => JSON.parse(JSON.stringify(value ?? {}));
const versioned = z.object({ version: z.int() });
const membersSchema = z.object({ segment: z.string(), members: z.array(z.string()) });
const segmentSchema = z.object({ segment: z.string(), version: z.int() }).loose();
const membershipSchema = z.object({ note: z.string().optional() }).loose();
const overrideSchema = z.object({
  variant: z.string(),
  expiresAt: z.string().nullable(),
  note: z.string().nullable(),
});

const notRevertible = (action: string): Error =>
  serviceError('refused', 'not_revertible', {
    issues: [{ path: '', code: 'not_revertible', message: `${action} cannot be taken back.` }],
  });

function overrideBack({ flag, environment, tenant, before }: Draft, now: Date): Call {
  const was = overrideSchema.nullable().parse(before ?? null);
  const isOver = was?.expiresAt != null && new Date(was.expiresAt) <= now;
  const wanted = was && !isOver ? { variant: was.variant, expiresAt: was.expiresAt, note: was.note ?? '' } : null;
  return { verb: 'overrides.setMany', input: plain({ flag, environment, tenants: [tenant], wanted }) };
}

function membershipBack({ verb, made, input }: AppliedOutcome, draft: Draft): Call {
  const { flag, environment, action, before } = draft;
  const place = plain({ flag, environment });
  if (action === 'membership.remove') {
    return { verb: 'memberships.create', input: { ...plain(membershipSchema.parse(before)), ...place } };
  }
  if (!made || !verb.startsWith('memberships.')) throw notRevertible(action);
  const at = { ...place, id: made.id, version: made.version };
  if (action === 'membership.create') return { verb: 'memberships.remove', input: at };
  const { subject: _, tenant: __, note = '', ...was } = plain(before);
  return { verb: 'memberships.update', input: { ...was, note, ...at, id: input.id ?? made.id } };
}

function segmentBack({ environment, action, before, after }: Draft): Call {
  if (action === 'segment.update') {
    const { segment: key, name, description, operator, conditions } = plain(segmentSchema.parse(before));
    const { version } = segmentSchema.parse(after);
    const content = { name, description, operator, conditions };
    return { verb: 'segments.updateContent', input: plain({ key, environment, version, ...content }) };
  }
  const isAdded = action === 'segment.addMembers';
  const { segment: key, members: subjects } = membersSchema.parse(isAdded ? after : before);
  const verb = isAdded ? 'segments.removeMembers' : 'segments.addMembers';
  return { verb, input: plain({ key, environment, room: 0, subjects }) };
}

function flagBack({ flag: key, action, before, after }: Draft): Call {
  if (action === 'flag.archive') return { verb: 'flags.restore', input: plain({ key }) };
  if (action === 'flag.restore') return { verb: 'flags.archive', input: plain({ key }) };
  if (action !== 'flag.update') throw notRevertible(action);
  const { name, description, tags, links, owner, variants } = plain(before);
  const { version } = versioned.parse(after);
  return { verb: 'flags.update', input: plain({ key, version, name, description, tags, links, owner, variants }) };
}

/** What brings back what a draft says was before. */
function back(outcome: AppliedOutcome, draft: Draft, now: Date): Call {
  const { flag, environment, action, before, after } = draft;
  const [noun] = action.split('.');
  switch (noun) {
    case 'config': {
      const [to, from] = [versioned.parse(before), versioned.parse(after)];
      return {
        verb: 'configurations.revert',
        input: plain({ flag, environment, to: to.version, version: from.version }),
      };
    }
    case 'override':
      return overrideBack(draft, now);
    case 'membership':
      return membershipBack(outcome, draft);
    case 'segment':
      if (['segment.update', 'segment.addMembers', 'segment.removeMembers'].includes(action)) return segmentBack(draft);
      throw notRevertible(action);
    case 'flag':
      return flagBack(draft);
    default:
      throw notRevertible(action);
  }
}

/** The last change of a configuration or of a segment's content stands for those before it: it goes back to the first. */
const sameThing = ({ action, flag, environment, after }: Draft): string | null => {
  if (action.startsWith('config.')) return JSON.stringify(['config', flag, environment]);
  const segment = action === 'segment.update' ? segmentSchema.safeParse(after).data?.segment : undefined;
  return segment === undefined ? null : JSON.stringify(['segment', segment, environment]);
};

function merged(drafts: readonly { outcome: AppliedOutcome; draft: Draft }[]) {
  const first = new Map<string, Draft>();
  const last = new Map<string, Draft>();
  for (const { draft } of drafts) {
    const thing = sameThing(draft);
    if (thing === null) continue;
    if (!first.has(thing)) first.set(thing, draft);
    last.set(thing, draft);
  }
  return drafts.flatMap(({ outcome, draft }) => {
    const thing = sameThing(draft);
    if (thing === null) return [{ outcome, draft }];
    if (last.get(thing) !== draft) return [];
    return [{ outcome, draft: { ...draft, before: first.get(thing)?.before } }];
  });
}

const MOST_TENANTS = 500;
const tenantsOf = z.object({ tenants: z.array(z.string()) });

/** Overrides that become the same again are one call: an import has thousands of them. */
function gathered(calls: readonly Call[]): Call[] {
  const open = new Map<string, Call>();
  return calls.flatMap((call) => {
    if (call.verb !== 'overrides.setMany') return [call];
    const { tenants } = tenantsOf.parse(call.input);
    const kind = JSON.stringify({ ...call.input, tenants: null });
    const standing = open.get(kind);
    const known = standing ? tenantsOf.parse(standing.input).tenants : [];
    if (!standing || known.length >= MOST_TENANTS) {
      open.set(kind, call);
      return [call];
    }
    standing.input.tenants = [...known, ...tenants];
    return [];
  });
}

/** The calls that take back what an applied request did, the last first. Throws `refused` for what cannot be. */
export function inverseOf(outcomes: readonly AppliedOutcome[], now: Date): Step[] {
  const all = outcomes.flatMap((outcome) => outcome.drafts.map((draft) => ({ outcome, draft })));
  const calls = merged(all)
    .reverse()
    .map(({ outcome, draft }) => back(outcome, draft, now));
  return gathered(calls).map((call) => ({ ...call, environments: [], flags: [] }));
}
