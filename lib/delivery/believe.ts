import { ownProperty } from '@/lib/engine/attributes';
import { type Merged, mergeContext, type Profile } from '@/lib/engine/merge-context';
import type { ReservedAttributes } from '@/lib/engine/model';
import type { EvaluationContext } from '@/lib/engine/types';
import { unitOf } from '@/lib/engine/unit';
import { isSubjectKey } from '@/lib/schemas/subject';
import type { Caller } from './authenticate';
import type { Found, ProfileCache } from './profile-cache';
import { provenContext } from './proof';
import { createStoredData, needsProfile, type Reads, type StoredData } from './stored-data';

interface Asked {
  caller: Caller;
  /** As the caller says it. */
  context: EvaluationContext;
  /** Null: all that the caller may see. */
  keys: readonly string[] | null;
  /** Epoch milliseconds. */
  now: number;
}
/** What an answer is made for. */
export interface Believed {
  context: EvaluationContext;
  reserved?: ReservedAttributes;
  /** Whether a flag reads the profile that could not be had; null: it could, or none does. */
  isBare: ((key: string) => boolean) | null;
}
/** At once unless a profile has to be read; null for a context that is not the one that was proven. */
export type Believe = (asked: Asked) => Believed | Promise<Believed> | null;

const believed = ({ context, reserved }: Merged, isBare: Believed['isBare'] = null): Believed =>
  reserved === null ? { context, isBare } : { context, reserved, isBare };

/** Whether there is anything to add to what a server says: for most there is not, and then nothing is. */
const isPlain = ({ progress, tenantInfo }: Reads, profile: Profile | null): boolean =>
  profile === null && !progress && !tenantInfo;

/** What is known of a caller that vouches or has proven, before the profile. */
interface Known {
  caller: Caller;
  /** With what is proven in it. */
  context: EvaluationContext;
  reads: Reads;
  now: number;
}

function mergeWith({ caller, context, reads, now }: Known, profile: Profile | null): Merged {
  const isTrusted = caller.kind === 'server';
  if (isTrusted && isPlain(reads, profile)) return { context, reserved: null };
  return mergeContext({ ruleset: caller.environment.ruleset, context, profile, isTrusted, isProven: true, now });
}

/** Undefined: the profile could not be had, which the flags that read it say. */
function believedWith(known: Known, found: Found, stored: StoredData): Believed {
  if (found !== undefined) return believed(mergeWith(known, found));
  const { ruleset } = known.caller.environment;
  return believed(mergeWith(known, null), (key) => needsProfile(stored.ofFlag(ruleset, key), known.context));
}

/**
 * Decides what an answer may be made of: of a client key without a proof its own words, of all others the stored
 * profile too. The database is not asked when no flag asked for reads what is stored, or nothing is.
 */
export function createBelief(profiles: ProfileCache): Believe {
  const stored = createStoredData();
  return ({ caller, context: said, keys, now }) => {
    const { environment, kind, claims } = caller;
    const { ruleset, id } = environment;
    if (kind !== 'server' && claims === null) {
      return believed(mergeContext({ ruleset, context: said, profile: null, isTrusted: false, now }));
    }
    const context = claims === null ? said : provenContext(claims, said);
    if (context === null) return null;
    const known: Known = { caller, context, reads: stored.of(ruleset, keys, kind), now };
    if (!profiles.mayHold(id) || !needsProfile(known.reads, context)) return believedWith(known, null, stored);
    const subject = unitOf(ownProperty(context, 'targetingKey'));
    if (subject === null || !isSubjectKey(subject)) return believedWith(known, null, stored);
    const found = profiles.find(id, subject);
    if (found !== undefined) return believedWith(known, found, stored);
    return profiles.load(id, subject).then((loaded) => believedWith(known, loaded, stored));
  };
}
