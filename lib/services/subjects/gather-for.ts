import { ownProperty } from '@/lib/engine/attributes';
import { mergeContext, type Profile } from '@/lib/engine/merge-context';
import type { ReservedAttributes, Ruleset } from '@/lib/engine/model';
import { createRuleset } from '@/lib/engine/ruleset';
import type { EvaluationContext } from '@/lib/engine/types';
import { unitOf } from '@/lib/engine/unit';
import { isStorable } from '@/lib/schemas/text';
import { allows } from '@/lib/permissions/allows';
import type { ServiceContext } from '../context';
import { type Asked as Items, loadItemsForFlags } from '../items/load-for-flag';
import type { EnvironmentRow } from '../transaction-client';
import { readProfiles } from './read-profiles';

interface Asked extends Pick<Items, 'flags' | 'at' | 'draft'> {
  context: EvaluationContext;
  /** Whether a server says the context; nothing stored is used for a client that proves nothing. */
  isTrusted: boolean;
}
export interface Gathered {
  /** What the flags asked for need of it. */
  ruleset: Ruleset;
  merged: EvaluationContext;
  reserved?: ReservedAttributes;
}

/** What PostgreSQL can look up; nothing that it cannot store is in it. */
function lookup(context: EvaluationContext, name: string): string | null {
  const unit = unitOf(ownProperty(context, name));
  return unit !== null && isStorable(unit) ? unit : null;
}

/** What some flags are evaluated with for a context, as instances do from memory: items and the stored profile. */
export async function gatherFor(
  { db, scope, actor, now }: Pick<ServiceContext, 'db' | 'scope' | 'actor' | 'now'>,
  { id: environmentId, key: environment, epoch, number }: EnvironmentRow,
  { context, isTrusted, flags, at, draft }: Asked,
): Promise<Gathered> {
  const subject = lookup(context, 'targetingKey');
  // An explanation shows what it reads: who may not see subjects asks about the context alone.
  const mayRead = isTrusted && allows(actor.grants, 'subject.view', scope.projectId);
  const profile: Profile | null =
    mayRead && subject !== null
      ? ((await readProfiles(db, [{ environmentId, key: subject }]))[0]?.profile ?? null)
      : null;
  const tenant = lookup(context, 'tenant') ?? (Object.hasOwn(context, 'tenant') ? null : (profile?.tenant ?? null));
  const ruleset = createRuleset({
    project: scope.projectKey,
    environment,
    epoch,
    number,
    items: await loadItemsForFlags(db, { environmentId, flags, subject, tenant, at, draft }),
  });
  const instant = (at ?? now).getTime();
  const { context: merged, reserved } = mergeContext({ ruleset, context, profile, isTrusted, now: instant });
  return reserved === null ? { ruleset, merged } : { ruleset, merged, reserved };
}
