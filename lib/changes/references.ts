import type { Condition, ConditionGroup, Configuration } from '../engine/types';

const VIRTUAL = 'flag:';

/** The flag whose open memberships a virtual segment holds, or null for an ordinary segment. */
export function virtualFlagOf(segment: string): string | null {
  return segment.startsWith(VIRTUAL) ? segment.slice(VIRTUAL.length) : null;
}

/** Keys a configuration or segment depends on, each once. */
export interface References {
  /** Ordinary segments. */
  segments: string[];
  /** Prerequisite flags. */
  flags: string[];
  /** Flags whose memberships a virtual segment reads. */
  memberships: string[];
}

/** What a configuration refers to, disabled rules included: they may be enabled again. */
export function referencesOf(configuration: Pick<Configuration, 'rules' | 'prerequisites'>): References {
  const segments = configuration.rules.flatMap((rule) => segmentsIn(rule));
  return sorted(
    segments,
    configuration.prerequisites.map(({ flag }) => flag),
  );
}

/** What a segment's content refers to. */
export function referencesOfGroup(group: ConditionGroup): References {
  return sorted(segmentsIn(group), []);
}

function sorted(named: string[], flags: string[]): References {
  const virtual = named.map(virtualFlagOf);
  return {
    segments: [...new Set(named.filter((key) => virtualFlagOf(key) === null))],
    flags: [...new Set(flags)],
    memberships: [...new Set(virtual.filter((flag) => flag !== null))],
  };
}

function segmentsIn(condition: Condition): string[] {
  if ('conditions' in condition) return condition.conditions.flatMap(segmentsIn);
  if ('segment' in condition) return [condition.segment];
  const names = condition.operator === 'inSegment' || condition.operator === 'notInSegment';
  return names && typeof condition.value === 'string' ? [condition.value] : [];
}
