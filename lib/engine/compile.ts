import { attributeName } from './attributes';
import type { CompiledFlag, Step } from './model';
import { type CompiledRule, compileRule } from './rule';
import { codeDefaultStep } from './steps/code-default';
import { defaultStep } from './steps/default';
import { foundStep } from './steps/found';
import { killedStep } from './steps/killed';
import { membershipsStep } from './steps/memberships';
import { overrideStep } from './steps/override';
import { unreadableStep } from './steps/plain';
import { prerequisitesStep } from './steps/prerequisites';
import { rulesStep } from './steps/rules';
import { stateStep } from './steps/state';
import { targetsStep } from './steps/targets';
import type { StepName } from './trace';
import type { CodeDefaultBody } from './types';
import { type FlagSource, notFoundVerdict } from './verdicts';

/** Compiles one flag into one step per row of the precedence list. What cannot be read answers GENERAL when reached. */
export function compileFlag(source: FlagSource, codeDefault: CodeDefaultBody | null): CompiledFlag {
  const rules = attempt(() => source.configuration.rules.map((rule, index) => compileRule(source, rule, index)));
  return {
    steps: compileSteps(source, codeDefault, rules),
    notFound: notFoundVerdict(source.key),
    ...dependencies(source, rules ?? []),
    ...timing(source, rules ?? []),
  };
}

function compileSteps(source: FlagSource, codeDefault: CodeDefaultBody | null, rules: CompiledRule[] | null): Step[] {
  const step = (name: StepName, compile: (source: FlagSource) => Step): Step =>
    attempt(() => compile(source)) ?? unreadableStep(source, name);
  return [
    step('found', foundStep),
    step('killed', killedStep),
    step('state', stateStep),
    step('prerequisites', prerequisitesStep),
    step('override', overrideStep),
    step('codeDefault', () => codeDefaultStep(source, codeDefault)),
    step('targets', targetsStep),
    step('memberships', membershipsStep),
    rules === null ? unreadableStep(source, 'rule') : rulesStep(rules),
    step('default', defaultStep),
  ];
}

function attempt<Result>(compile: () => Result): Result | null {
  try {
    return compile();
  } catch {
    return null;
  }
}

type Dependencies = Pick<CompiledFlag, 'attributes' | 'segments' | 'prerequisites'>;

function dependencies({ configuration }: FlagSource, rules: readonly CompiledRule[]): Dependencies {
  const attributes = new Set<string>();
  const segments = new Set<string>();
  if (attempt(() => configuration.targets.some(({ subjects }) => subjects.length > 0))) attributes.add('targetingKey');
  const unit = attempt(() =>
    'split' in configuration.default ? (configuration.default.unit ?? 'targetingKey') : null,
  );
  if (unit !== null) attributes.add(attributeName(unit));
  for (const { parts } of rules) {
    for (const attribute of parts?.group.attributes ?? []) attributes.add(attribute);
    for (const segment of parts?.group.segments ?? []) segments.add(segment);
    if (parts?.rollout) attributes.add(attributeName(parts.rollout.bucketing.unit));
    if (parts?.serve.split) attributes.add(attributeName(parts.serve.split.bucketing.unit));
  }
  return {
    attributes,
    segments,
    prerequisites: attempt(() => configuration.prerequisites.map(({ flag }) => flag)) ?? [],
  };
}

/** What makes the flag's own answers change as time passes; only an active flag asks its rules. */
function timing(
  { configuration }: FlagSource,
  rules: readonly CompiledRule[],
): Pick<CompiledFlag, 'windows' | 'ramps' | 'instants'> {
  const isActive = configuration.state === 'on' && configuration.killed !== true;
  const parts = rules.flatMap((rule) => (isActive && rule.parts !== null ? [rule.parts] : []));
  return {
    windows: parts.flatMap(({ window }) => (window === null ? [] : [window])),
    ramps: parts.flatMap(({ rollout }) => (rollout?.ramp ? [rollout.ramp] : [])),
    instants: parts.flatMap(({ group }) => group.instants),
  };
}
