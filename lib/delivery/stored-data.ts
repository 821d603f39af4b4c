import { attributeName, PROGRESS_ATTRIBUTES } from '@/lib/engine/attributes';
import { attributesRead } from '@/lib/engine/attributes-read';
import type { Ruleset } from '@/lib/engine/model';
import type { EvaluationContext, KeyKind } from '@/lib/engine/types';
import { visibleKeys } from '@/lib/engine/visible-keys';

/** What flags read that a caller may not say itself. */
export interface Reads {
  /** A reserved attribute that only a profile gives. */
  progress: boolean;
  tenantInfo: boolean;
  /** Other attributes, each with the top-level name that would hold it. */
  names: readonly { name: string; head: string }[];
}
/** Looks up once for each ruleset what its flags read. */
export interface StoredData {
  /** Of the flags asked for; null is all that this kind of key sees. */
  of(ruleset: Ruleset, keys: readonly string[] | null, kind: KeyKind): Reads;
  ofFlag(ruleset: Ruleset, key: string): Reads;
}

interface Known {
  flags: Map<string, Reads>;
  all: Partial<Record<KeyKind, Reads>>;
}

const PROGRESS: ReadonlySet<string> = new Set(PROGRESS_ATTRIBUTES);
/** Said by the ruleset, by the clock, or by whoever asks about a subject at all. */
const NEVER_STORED: ReadonlySet<string> = new Set(['environment', 'now', 'targetingKey']);
const NOTHING: Reads = { progress: false, tenantInfo: false, names: [] };

function readsOf(attributes: Iterable<string>): Reads {
  const names = new Map<string, string>();
  let progress = false;
  let tenantInfo = false;
  for (const attribute of attributes) {
    const name = attributeName(attribute);
    const head = name.split('.', 1)[0] ?? '';
    if (PROGRESS.has(head)) progress = true;
    else if (head === 'tenantInfo') tenantInfo = true;
    else if (!NEVER_STORED.has(head)) names.set(name, head);
  }
  // A tenant's attributes are those of the tenant that the profile may say.
  if (tenantInfo) names.set('tenant', 'tenant');
  if (names.size === 0 && !progress && !tenantInfo) return NOTHING;
  return { progress, tenantInfo, names: [...names].map(([name, head]) => ({ name, head })) };
}

const join = (all: readonly Reads[]): Reads => ({
  progress: all.some(({ progress }) => progress),
  tenantInfo: all.some(({ tenantInfo }) => tenantInfo),
  names: [...new Map(all.flatMap(({ names }) => names.map((one) => [one.name, one]))).values()],
});

/** Whether a profile can change the answers: they read what only it holds, or what the caller did not say. */
export function needsProfile({ progress, names }: Reads, context: EvaluationContext): boolean {
  if (progress) return true;
  for (const { name, head } of names) {
    if (!Object.hasOwn(context, head) && !Object.hasOwn(context, name)) return true;
  }
  return false;
}

export function createStoredData(): StoredData {
  const rulesets = new WeakMap<Ruleset, Known>();
  const knownOf = (ruleset: Ruleset): Known => {
    const known = rulesets.get(ruleset);
    if (known) return known;
    const fresh: Known = { flags: new Map(), all: {} };
    rulesets.set(ruleset, fresh);
    return fresh;
  };
  const ofFlag = (ruleset: Ruleset, key: string): Reads => {
    const { flags } = knownOf(ruleset);
    const known = flags.get(key);
    if (known || !ruleset.flags.has(key)) return known ?? NOTHING;
    const reads = ruleset.flags.get(key)?.constant ? NOTHING : readsOf(attributesRead(ruleset, key));
    flags.set(key, reads);
    return reads;
  };
  return {
    ofFlag,
    of(ruleset, keys, kind) {
      if (keys !== null) {
        const [only] = keys;
        return keys.length === 1 && only !== undefined
          ? ofFlag(ruleset, only)
          : join(keys.map((key) => ofFlag(ruleset, key)));
      }
      const { all } = knownOf(ruleset);
      all[kind] ??= join(visibleKeys(ruleset, kind).map((key) => ofFlag(ruleset, key)));
      return all[kind];
    },
  };
}
