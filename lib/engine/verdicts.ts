import type { Cause, Configuration, FlagDefinition, Reason, Variant, Verdict } from './types';

/** What a flag is compiled from. */
export interface FlagSource {
  key: string;
  definition: FlagDefinition;
  configuration: Configuration;
}

/** The verdict that serves a variant, frozen. Throws a TypeError when the flag has no such variant. */
export function verdictFor(
  source: FlagSource,
  variant: string | null,
  reason: Reason,
  cause: Cause,
  ruleId?: string,
): Verdict {
  const { key, definition, configuration } = source;
  const { metadata } = definition;
  const base: Verdict = { key, reason, variant, cause, configVersion: configuration.version, metadata };
  // Properties are added in one order, so that verdicts share a few hidden classes and reading one is fast.
  if (variant !== null) base.value = findVariant(definition, variant).value;
  if (ruleId !== undefined) base.ruleId = ruleId;
  return Object.freeze(base);
}

/** The same verdict for every variant, by its key. */
export function verdictsFor(source: FlagSource, reason: Reason, cause: Cause): ReadonlyMap<string, Verdict> {
  const keys = source.definition.variants.map(({ key }) => key);
  return new Map(keys.map((key) => [key, verdictFor(source, key, reason, cause)]));
}

/** The error verdict of a flag that cannot be answered, frozen. */
export function errorVerdict(source: FlagSource, errorCode: 'TARGETING_KEY_MISSING' | 'GENERAL', errorDetails: string) {
  const { key, definition, configuration } = source;
  const base = { key, reason: 'ERROR', variant: null, errorCode, errorDetails } as const;
  const verdict: Verdict = { ...base, configVersion: configuration.version, metadata: definition.metadata };
  return Object.freeze(verdict);
}

/** For a key that is unknown, archived, or not visible to the kind of key that asks. */
export function notFoundVerdict(key: string): Verdict {
  const errorDetails = 'There is no such flag.';
  return Object.freeze({ key, reason: 'ERROR', variant: null, errorCode: 'FLAG_NOT_FOUND', errorDetails } as const);
}

/** What serving a boolean flag without naming a variant means: `on` if it is true, else the first that is. */
export function trueVariant({ type, variants }: FlagDefinition): string | null {
  if (type !== 'boolean') return null;
  const trueOnes = variants.filter(({ value }) => value === true);
  return (trueOnes.find(({ key }) => key === 'on') ?? trueOnes[0])?.key ?? null;
}

function findVariant({ variants }: FlagDefinition, key: string): Variant {
  const found = variants.find((variant) => variant.key === key);
  if (found === undefined) throw new TypeError('A variant that is served does not exist.');
  return found;
}
