import type { Configuration, FlagDefinition, Rollout, Rule, Serve } from '../engine/types';
import { compact } from './compact';
import type { ConfigurationDraft, InstructionDraft, RuleDraft } from './drafts';
import { formatInstant, parseInstant } from './instant';
import { at, changeError, issue } from './issue';
import { resolveWindow } from './resolve-window';
import type { Instruction } from './types';

type Definition = Pick<FlagDefinition, 'type' | 'variants'>;

/**
 * Makes a rule of what people sent: an id if it has none, what it serves if that is left out (`on` for a boolean
 * flag, or else its first true variant), and instants in UTC. Throws a ChangeError: `serve_required` (invalid), or
 * a window or ramp that cannot be read (refused).
 */
export function completeRule(definition: Definition, draft: RuleDraft, newId: () => string, path = ''): Rule {
  const { id, serve, rollout, window, ...rest } = draft;
  return compact({
    ...rest,
    id: id ?? newId(),
    serve: serve ?? implicitServe(definition, path),
    rollout: rollout && completeRollout(rollout, at(path, 'rollout')),
    window: window && resolveWindow(window, at(path, 'window')),
  });
}

/** Makes a rollout's instants UTC. Throws a ChangeError for those it cannot read. */
export function completeRollout(rollout: Rollout, path = 'rollout'): Rollout {
  if (!rollout.ramp) return rollout;
  const read = (name: 'startsAt' | 'endsAt', text: string): string => {
    const instant = parseInstant(text);
    const stored = instant === null ? null : formatInstant(instant);
    if (stored === null) throw changeError(issue(at(path, 'ramp', name), 'instant_unreadable'));
    return stored;
  };
  const { startsAt, endsAt } = rollout.ramp;
  return {
    ...rollout,
    ramp: { ...rollout.ramp, startsAt: read('startsAt', startsAt), endsAt: read('endsAt', endsAt) },
  };
}

/** Makes an instruction of what people sent. Throws what `completeRule` throws. */
export function completeInstruction(
  definition: Definition,
  draft: InstructionDraft,
  newId: () => string,
  path = '',
): Instruction {
  switch (draft.kind) {
    case 'addRule':
      return { ...draft, rule: completeRule(definition, draft.rule, newId, at(path, 'rule')) };
    case 'updateRule':
      return { ...draft, rule: completeRule(definition, draft.rule, () => draft.id, at(path, 'rule')) };
    case 'setRollout':
      return draft.rollout ? { ...draft, rollout: completeRollout(draft.rollout, at(path, 'rollout')) } : draft;
    default:
      return draft;
  }
}

/** Completes a list; issues have paths such as `instructions.2.rule.serve`. */
export function completeInstructions(
  definition: Definition,
  drafts: InstructionDraft[],
  newId: () => string,
): Instruction[] {
  return drafts.map((draft, index) => completeInstruction(definition, draft, newId, at('instructions', index)));
}

/** Makes a configuration of what people sent; `stored` gives the version and whatever the draft leaves out. */
export function completeConfiguration(
  definition: Definition,
  stored: Configuration,
  draft: ConfigurationDraft,
  newId: () => string,
): Configuration {
  const rules = draft.rules.map((rule, index) => completeRule(definition, rule, newId, at('rules', index)));
  return compact({
    v: 1,
    version: stored.version,
    state: draft.state,
    killed: draft.killed ?? stored.killed,
    offVariant: draft.offVariant === undefined ? stored.offVariant : draft.offVariant,
    targets: draft.targets,
    prerequisites: draft.prerequisites,
    rules,
    default: draft.default,
  });
}

function implicitServe({ type, variants }: Definition, path: string): Serve {
  const truthy = variants.filter(({ value }) => value === true);
  const chosen = truthy.find(({ key }) => key === 'on') ?? truthy[0];
  if (type !== 'boolean' || !chosen) throw changeError(issue(at(path, 'serve'), 'serve_required'));
  return { variant: chosen.key };
}
