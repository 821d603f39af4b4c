import { BigMap } from './big-map';
import { compileFlag } from './compile';
import { InstantSet } from './instant-set';
import { noMemberships } from './memberships';
import type { FlagEntry, Ruleset } from './model';
import { createScope } from './scope';
import { isStatic } from './steps/default';
import { walk } from './walk';

/** What a ruleset holds before its first item. */
export const EMPTY_RULESET: Ruleset = Object.freeze({
  project: '',
  environment: '',
  epoch: '',
  number: 0,
  flags: new Map(),
  segments: new Map(),
  attributes: new Map(),
  trusted: [],
  apiKeys: new Map(),
  environments: new Map(),
  tenants: new Map(),
  onboarding: null,
  visible: { client: [], server: [] },
});

export function emptyFlagEntry(key: string): FlagEntry {
  return {
    key,
    isVisible: false,
    isClientVisible: false,
    active: [],
    constant: null,
    definition: null,
    configuration: null,
    codeDefault: null,
    compiled: null,
    overrides: BigMap.empty(),
    memberships: noMemberships(),
    instants: InstantSet.empty(),
  };
}

/** The entry compiled anew, after its definition, configuration or code default changed. */
export function recompile(entry: FlagEntry): FlagEntry {
  const { key, definition, configuration, codeDefault } = entry;
  const isWhole = definition !== null && configuration !== null;
  const compiled = isWhole ? compileFlag({ key, definition, configuration }, codeDefault) : null;
  const isVisible = isWhole && definition.archived !== true;
  return settle({ ...entry, compiled, isVisible, isClientVisible: isVisible && definition.clientVisible === true });
}

/** The entry with the steps that may answer, and its constant answer, found by the very walk that evaluates. */
export function settle(entry: FlagEntry): FlagEntry {
  const active = (entry.compiled?.steps ?? []).flatMap((step) => (step.isIdle(entry) ? [] : step.decides));
  const settled = { ...entry, active, constant: null };
  const constant = isConstant(entry) ? walk(settled, createScope(EMPTY_RULESET, {}, 0)) : null;
  return { ...settled, constant };
}

function isConstant({ key, compiled, definition, configuration, overrides, memberships }: FlagEntry): boolean {
  if (compiled === null || definition === null || configuration === null) return false;
  if (configuration.killed === true) return true;
  if (overrides.size > 0) return false;
  if (configuration.state === 'off') return true;
  if (memberships.byId.size > 0) return false;
  try {
    return isStatic({ key, definition, configuration });
  } catch {
    return false;
  }
}
