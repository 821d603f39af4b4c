import type { Configuration, FlagDefinition } from '../engine/types';
import { checkVariant } from './check-serve';
import { at, refuse } from './issue';
import { pinsOf, targetLists } from './normalise';

type Variants = Pick<FlagDefinition, 'variants'>;

/** Pins subjects to a variant; one that was pinned to another moves. */
export function addTargets(
  definition: Variants,
  configuration: Configuration,
  { variant, subjects }: { variant: string; subjects: string[] },
  path: string,
): Configuration {
  refuse(checkVariant(definition, variant, at(path, 'variant'), false));
  const pins = pinsOf(configuration.targets);
  for (const subject of subjects) pins.set(subject, variant);
  return { ...configuration, targets: targetLists(definition, pins) };
}

/** Frees subjects of their variant; one that has none is passed over. */
export function removeTargets(
  definition: Variants,
  configuration: Configuration,
  { subjects }: { subjects: string[] },
): Configuration {
  const pins = pinsOf(configuration.targets);
  for (const subject of subjects) pins.delete(subject);
  return { ...configuration, targets: targetLists(definition, pins) };
}
