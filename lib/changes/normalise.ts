import type { Configuration, FlagDefinition, TargetList } from '../engine/types';
import { compact } from './compact';

/**
 * The one written form of a configuration; whatever `apply` returns is in it. What does not change an answer is
 * made uniform, so that undo and diff are exact:
 * - targets: one list a variant, in the definition's variant order (variants it lacks come last, by key), without
 *   empty lists; subjects once each, sorted by code unit; a subject in several lists stays in the first.
 * - properties that are undefined are absent.
 * The order of rules, conditions, splits and prerequisites is kept: people chose it.
 */
export function normalise(definition: Pick<FlagDefinition, 'variants'>, configuration: Configuration): Configuration {
  const copy = compact(configuration);
  return { ...copy, targets: normaliseTargets(definition, copy.targets) };
}

/** Target lists in their one written form. */
export function normaliseTargets(definition: Pick<FlagDefinition, 'variants'>, targets: TargetList[]): TargetList[] {
  return targetLists(definition, pinsOf(targets));
}

/** Which variant each subject is pinned to; the first list that names a subject decides. */
export function pinsOf(targets: TargetList[]): Map<string, string> {
  const pins = new Map<string, string>();
  for (const { variant, subjects } of targets) {
    for (const subject of subjects) if (!pins.has(subject)) pins.set(subject, variant);
  }
  return pins;
}

/** The reverse of `pinsOf`. */
export function targetLists(definition: Pick<FlagDefinition, 'variants'>, pins: Map<string, string>): TargetList[] {
  const byVariant = new Map<string, string[]>();
  for (const [subject, variant] of pins) {
    const subjects = byVariant.get(variant);
    if (subjects) subjects.push(subject);
    else byVariant.set(variant, [subject]);
  }
  const position = new Map(definition.variants.map(({ key }, index) => [key, index]));
  return [...byVariant]
    .map(([variant, subjects]) => ({ variant, subjects: subjects.sort(byCodeUnit) }))
    .sort((a, b) => place(position, a.variant) - place(position, b.variant) || byCodeUnit(a.variant, b.variant));
}

function place(position: Map<string, number>, variant: string): number {
  return position.get(variant) ?? position.size;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
