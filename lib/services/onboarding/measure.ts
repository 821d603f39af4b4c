import { EMPTY_RULESET } from '@/lib/engine/flag-entry';
import type { Ruleset } from '@/lib/engine/model';
import { itemsInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import { onboardingBody } from './read';
import { compileMilestones, type Measure } from './step';
import type { OnboardingView } from './types';

/** Of a ruleset, what milestones can read: the environment's key, stages and roles, and these tenants. */
async function rulesetFor(
  db: TransactionClient,
  environment: EnvironmentRow,
  onboarding: OnboardingView,
  tenants: readonly string[],
): Promise<Ruleset> {
  const items = tenants.length > 0 ? await itemsInForce(db, environment.id, 'tenant', tenants) : [];
  const bodies = items.flatMap(({ kind, key, body }) => (kind === 'tenant' ? [[key, body] as const] : []));
  return {
    ...EMPTY_RULESET,
    environment: environment.key,
    onboarding: onboardingBody(onboarding),
    tenants: new Map(bodies),
  };
}

/** What subjects of these tenants are measured by in an environment. */
export async function readMeasure(
  db: TransactionClient,
  environment: EnvironmentRow,
  onboarding: OnboardingView,
  { tenants, now }: { tenants: readonly (string | null)[]; now: Date },
): Promise<Measure> {
  const named = [...new Set(tenants.filter((tenant) => tenant !== null))];
  return {
    ruleset: await rulesetFor(db, environment, onboarding, named),
    stages: onboarding.stages.map(({ key }) => key),
    milestones: compileMilestones(onboarding),
    now: now.getTime(),
  };
}
