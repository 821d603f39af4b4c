import { type FlagSketch, type RulesetSketch } from '../test-items';
import type { Condition, Prerequisite, Rollout, Rule, Serve, Variant } from '../types';
import { conditionOf } from './unleash-conditions';
import type { UnleashFeature, UnleashFile, UnleashStrategy, UnleashVariant } from './unleash-types';

/** Every translated context has it, so that stickiness which falls back to chance always meets a bucket. */
export const CHANCE = 'chance';
const BY_CHANCE: ReadonlySet<string> = new Set(['default', 'random', '']);

/**
 * An Unleash state as a ruleset of string flags that serve `disabled`, `enabled` or the name of a variant. Whether a
 * feature is enabled does not hang on which of several variants it has, so unless asked for those are left out.
 */
export function sketchOf(state: UnleashFile['state'], environment: string, hasVariants: boolean): RulesetSketch {
  const { features, segments } = replay(state);
  const wanted = new Set(
    features.flatMap(({ dependencies = [] }) =>
      dependencies.filter(({ enabled }) => enabled === false).map((one) => one.feature),
    ),
  );
  const flags = features.map((feature): [string, FlagSketch] => [
    feature.name,
    flagOf(hasVariants ? feature : withoutChoice(feature), features, wanted),
  ]);
  const groups = segments.map(({ id, constraints }): [string, { conditions: Condition[] }] => [
    String(id),
    { conditions: constraints.map(conditionOf).filter((one) => one !== null) },
  ]);
  return { environment, flags: Object.fromEntries(flags), segments: Object.fromEntries(groups) };
}

/** The names of features with a constraint that has no counterpart here. */
export function unsayable(state: UnleashFile['state']): Set<string> {
  const strange = replay(state).features.filter(({ strategies = [] }) =>
    strategies.some(({ constraints = [] }) => constraints.some((constraint) => conditionOf(constraint) === null)),
  );
  return new Set(strange.map(({ name }) => name));
}

/** The state itself, or what its delta events come to. */
function replay({
  features = [],
  segments = [],
  events = [],
}: UnleashFile['state']): Required<Pick<UnleashFile['state'], 'features' | 'segments'>> {
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  for (const event of events) {
    for (const feature of event.features ?? []) byName.set(feature.name, feature);
    for (const segment of event.segments ?? []) byId.set(segment.id, segment);
    if (event.feature) byName.set(event.feature.name, event.feature);
    if (event.segment) byId.set(event.segment.id, event.segment);
    if (event.featureName !== undefined) byName.delete(event.featureName);
  }
  return { features: [...byName.values()], segments: [...byId.values()] };
}

function withoutChoice(feature: UnleashFeature): UnleashFeature {
  const lone = (variants: UnleashVariant[] = []): UnleashVariant[] => (variants.length > 1 ? [] : variants);
  const strategies = feature.strategies?.map((strategy) => ({ ...strategy, variants: lone(strategy.variants) }));
  return { ...feature, variants: lone(feature.variants), strategies };
}

function flagOf(feature: UnleashFeature, all: UnleashFeature[], wantedOff: ReadonlySet<string>): FlagSketch {
  const { enabled, dependencies = [], strategies = [] } = feature;
  const rules = (strategies.length > 0 ? strategies : [{ name: 'default' }]).flatMap((strategy) =>
    rulesOf(strategy, feature),
  );
  return {
    definition: { type: 'string', variants: variantsOf(feature) },
    configuration: {
      // A flag that is off never meets a prerequisite; one that somebody wants disabled serves `disabled` instead.
      state: enabled || wantedOff.has(feature.name) ? 'on' : 'off',
      offVariant: 'disabled',
      prerequisites: dependencies.map((one) => prerequisiteOf(one, all)),
      rules: enabled ? rules : [],
      default: { variant: 'disabled' },
    },
  };
}

function variantsOf({ variants = [], strategies = [] }: UnleashFeature): Variant[] {
  const values = new Map([
    ['disabled', 'disabled'],
    ['enabled', 'enabled'],
  ]);
  for (const { name, payload } of [...variants, ...strategies.flatMap((one) => one.variants ?? [])]) {
    values.set(name, payload?.value ?? name);
  }
  return [...values].map(([key, value]) => ({ key, value }));
}

function prerequisiteOf(
  { feature, enabled = true, variants = [] }: { feature: string; enabled?: boolean; variants?: string[] },
  all: UnleashFeature[],
): Prerequisite {
  const parent = all.find(({ name }) => name === feature);
  // There a feature that depends on another cannot be depended upon: never met.
  if (parent?.dependencies?.length) return { flag: feature, variants: [] };
  if (!enabled) return { flag: feature, variants: ['disabled'] };
  const enabling = parent
    ? variantsOf(parent)
        .map(({ key }) => key)
        .filter((key) => key !== 'disabled')
    : ['enabled'];
  // What Unleash calls the variant `disabled` of an enabled feature is the absence of one.
  return {
    flag: feature,
    variants: variants.length > 0 ? variants.map((one) => (one === 'disabled' ? 'enabled' : one)) : enabling,
  };
}

function rulesOf(strategy: UnleashStrategy, feature: UnleashFeature): Partial<Rule>[] {
  const { constraints = [], segments = [], parameters = {} } = strategy;
  const conditions: Condition[] = [
    ...constraints.map(conditionOf).filter((one) => one !== null),
    ...segments.map((id) => ({ segment: String(id) })),
    ...activation(strategy.name, parameters),
  ];
  const offered = strategy.variants?.length ? strategy.variants : (feature.variants ?? []);
  const rollout = rolloutOf(strategy);
  const pinned = offered.flatMap(({ name, overrides = [] }) =>
    overrides.map(({ contextName, values }): Partial<Rule> => {
      const own: Condition = { attribute: contextName, operator: 'in', value: values };
      return { conditions: [...conditions, own], rollout, serve: { variant: name } };
    }),
  );
  return [...pinned, { conditions, rollout, serve: serveOf(offered, parameters.stickiness) }];
}

function activation(name: string, parameters: Record<string, string>): Condition[] {
  const list = (text = ''): string[] => text.split(',').map((one) => one.trim());
  if (name === 'userWithId') return [{ attribute: 'userId', operator: 'in', value: list(parameters.userIds) }];
  // These two need their unit even at 100 %, which no rollout here does.
  if (name === 'gradualRolloutUserId') return [{ attribute: 'userId', operator: 'exists' }];
  if (name === 'gradualRolloutSessionId') return [{ attribute: 'sessionId', operator: 'exists' }];
  if (name !== 'remoteAddress') return [];
  return [{ attribute: 'remoteAddress', operator: 'in', value: list(parameters.IPs) }];
}

function rolloutOf({ name, parameters = {} }: UnleashStrategy): Rollout | undefined {
  const units: Record<string, string> = {
    gradualRolloutUserId: 'userId',
    gradualRolloutSessionId: 'sessionId',
    gradualRolloutRandom: CHANCE,
    flexibleRollout: unitOf(parameters.stickiness),
  };
  const unit = units[name];
  const share = name === 'flexibleRollout' ? parameters.rollout : parameters.percentage;
  return unit === undefined ? undefined : { percentage: Number(share) * 1000, unit };
}

function serveOf(offered: UnleashVariant[], stickiness?: string): Serve {
  const weighty = offered.filter(({ weight }) => weight > 0);
  const [first, ...others] = weighty;
  if (first === undefined) return { variant: 'enabled' };
  if (others.length === 0) return { variant: first.name };
  // Another system's buckets: the weights only have to be legal, since no case that meets the split is counted.
  const rest = others.map(({ name }) => ({ variant: name, weight: 1 }));
  return {
    split: [{ variant: first.name, weight: 100_000 - rest.length }, ...rest],
    unit: unitOf(first.stickiness ?? stickiness),
  };
}

function unitOf(stickiness = ''): string {
  return BY_CHANCE.has(stickiness) ? CHANCE : stickiness;
}
