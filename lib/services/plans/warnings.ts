import type { Strategy } from '@/lib/schemas/plan';
import type { TransactionClient } from '../transaction-client';
import type { EnvironmentGround } from './ground';
import { knownSignals } from './newest-signals';
import { servesAll } from './step-instructions';
import { bandOf, isFirstThere, isForEverybody, type PlanStep, stepPath } from './steps';
import type { PlanWarning } from './types';

interface Looked {
  strategy: Strategy;
  steps: readonly PlanStep[];
  variant: string;
  /** By environment. */
  grounds: ReadonlyMap<string, EnvironmentGround>;
  segments: ReadonlySet<string>;
  /** Steps before it were applied. */
  from: number;
}

/** The signals that are known, as `environment signal`. */
async function knownIn(db: TransactionClient, { steps, grounds }: Looked): Promise<Set<string>> {
  const known = new Set<string>();
  for (const [environment, { environmentId }] of grounds) {
    const there = steps.filter((step) => step.environment === environment);
    const names = there.flatMap(({ gates, guardrails }) => [...gates, ...guardrails].map(({ signal }) => signal));
    if (names.length === 0) continue;
    for (const name of await knownSignals(db, environmentId, names)) known.add(`${environment} ${name}`);
  }
  return known;
}

/**
 * Signals that steps ask for and that were never posted where they ask. A guardrail of the whole plan looks where there
 * is something to see: it needs one of its environments.
 */
async function absentSignals(db: TransactionClient, looked: Looked): Promise<PlanWarning[]> {
  const { strategy, steps } = looked;
  const { guardrails: shared = [] } = strategy;
  const known = await knownIn(db, looked);
  const absent = (path: string, signal: string, environment: string): PlanWarning[] =>
    known.has(`${environment} ${signal}`) ? [] : [{ path, code: 'signal_absent', params: { signal, environment } }];
  const ofSteps = steps.flatMap(({ index, environment, gates, guardrails }) => [
    ...gates.flatMap(({ signal }) => absent(stepPath(strategy, index, 'requiredMetrics', signal), signal, environment)),
    ...guardrails
      .slice(0, guardrails.length - shared.length)
      .flatMap(({ signal }, at) => absent(stepPath(strategy, index, 'guardrails', String(at)), signal, environment)),
  ]);
  const ofAll = shared.flatMap(({ signal }, at) => {
    const missing = steps.flatMap(({ environment }) => absent(`strategy.guardrails.${at}`, signal, environment));
    return missing.length === steps.length ? missing.slice(0, 1) : [];
  });
  return [...ofSteps, ...ofAll];
}

/** A rule that answers for everybody, so that none behind it is asked. */
const isCatchAll = ({
  enabled,
  operator,
  conditions,
  rollout,
  window,
}: EnvironmentGround['configuration']['rules'][number]) =>
  enabled && operator === 'AND' && conditions.length === 0 && rollout === undefined && window === undefined;

function aboutGround({ strategy, steps, variant, grounds, from }: Looked, index: number): PlanWarning[] {
  const step = steps[index];
  const ground = step && grounds.get(step.environment);
  if (!step || !ground || index < from || !isFirstThere(steps, index)) return [];
  const params = { environment: step.environment };
  const path = stepPath(strategy, index);
  const isShadowed = ground.configuration.rules.some(isCatchAll);
  const isServed = servesAll(ground, variant) && !isForEverybody(step);
  return [
    ...(isServed ? [{ path, code: 'served_to_all', params }] : []),
    ...(isShadowed ? [{ path, code: 'shadowed', params }] : []),
  ];
}

function aboutStep({ strategy, steps, segments }: Looked, step: PlanStep): PlanWarning[] {
  const { index, environment, percentage, targetGroups, includedRoles, excludedRoles } = step;
  const reached = bandOf(steps, index).percentage;
  const unknown = targetGroups.filter((group) => !segments.has(group));
  const both = includedRoles.filter((role) => excludedRoles.includes(role));
  return [
    ...(reached > percentage
      ? [
          {
            path: stepPath(strategy, index, 'percentage'),
            code: 'percentage_falls',
            params: { environment, percentage: reached },
          },
        ]
      : []),
    ...unknown.map((group) => ({
      path: stepPath(strategy, index, 'targetGroups'),
      code: 'group_unknown',
      params: { group, environment },
    })),
    ...both.map((role) => ({ path: stepPath(strategy, index, 'excludedRoles'), code: 'role_both', params: { role } })),
  ];
}

/** What somebody should look at before the steps from `from` on are applied, each thing once. */
export async function planWarnings(db: TransactionClient, looked: Looked): Promise<PlanWarning[]> {
  const ahead = looked.steps.slice(looked.from);
  const all = [
    ...(await absentSignals(db, { ...looked, steps: ahead })),
    ...ahead.flatMap((step) => [...aboutGround(looked, step.index), ...aboutStep(looked, step)]),
  ];
  const keyed = new Map(
    all.map((warning) => [`${warning.path} ${warning.code} ${JSON.stringify(warning.params)}`, warning]),
  );
  return [...keyed.values()];
}
