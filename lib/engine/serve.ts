import { ALL, cut } from './bucket';
import { type Bucketing, compileBucketing, traceBucket } from './bucketing';
import type { Scope } from './model';
import type { BucketTrace } from './trace';
import type { Reason, Serve, Split, Verdict } from './types';
import { type FlagSource, trueVariant, verdictFor } from './verdicts';

/** What a rule or the default serves: one verdict, or by a bucket one of several. */
export interface CompiledServe {
  constant: Verdict | null;
  /** The constant as it is when a rollout's bucket decided who gets it. */
  bucketed: Verdict | null;
  /** A split's answer, an error when the targeting key is missing, or null when another unit is. */
  decide(scope: Scope): Verdict | null;
  split: CompiledSplit | null;
}
interface CompiledSplit {
  bucketing: Bucketing;
  ends: readonly number[];
  verdicts: readonly Verdict[];
}

/**
 * Compiles what a rule or the default serves. A split in which one variant has all the weight is constant, since it
 * needs no unit. Throws a TypeError for variants that do not exist and weights that do not total 100,000.
 */
export function compileServe(
  source: FlagSource,
  serve: Serve | undefined,
  reason: Reason,
  cause: 'rule' | 'default',
  ruleId?: string,
): CompiledServe {
  const constant = (variant: string | null): CompiledServe => {
    const verdict = verdictFor(source, variant, reason, cause, ruleId);
    const bucketed = verdictFor(source, variant, 'SPLIT', cause, ruleId);
    return { constant: verdict, bucketed, decide: () => verdict, split: null };
  };
  if (serve === undefined) return constant(impliedVariant(source));
  if (!('split' in serve)) return constant(serve.variant);
  const ranges = cumulate(source, serve);
  const only = ranges.length === 1 ? ranges[0] : undefined;
  if (only !== undefined) return constant(only.variant);
  const split: CompiledSplit = {
    bucketing: compileBucketing(source, 'split', serve),
    ends: ranges.map(({ end }) => end),
    verdicts: ranges.map(({ variant }) => verdictFor(source, variant, 'SPLIT', cause, ruleId)),
  };
  return { constant: null, bucketed: null, decide: (scope) => decideSplit(split, scope), split };
}

function decideSplit({ bucketing, ends, verdicts }: CompiledSplit, scope: Scope): Verdict | null {
  if (bucketing.bucketer === null) return bucketing.unknown;
  const value = bucketing.read(scope);
  if (value === null) return bucketing.isTargetingKey ? bucketing.keyMissing : null;
  return verdicts[cut(bucketing.bucketer(value), ends)] ?? null;
}

/** How a split's bucket fell, or null for a constant. */
export function describeSplit({ split }: CompiledServe, scope: Scope): BucketTrace | null {
  if (split === null) return null;
  const { bucketing, ends, verdicts } = split;
  const ranges = ends.map((to, index) => ({
    variant: verdicts[index]?.variant ?? null,
    from: ends[index - 1] ?? 0,
    to,
  }));
  return traceBucket(bucketing, bucketing.read(scope), ranges);
}

/** The variants with weight and where their ranges end, in the definition's order, whatever the split's is. */
function cumulate({ definition }: FlagSource, { split }: Split): { variant: string; end: number }[] {
  const weights = new Map<string, number>();
  for (const { variant, weight } of split) {
    if (!Number.isInteger(weight) || weight < 0) throw new TypeError('A weight cannot be read.');
    weights.set(variant, (weights.get(variant) ?? 0) + weight);
  }
  const ranges: { variant: string; end: number }[] = [];
  let end = 0;
  for (const { key } of definition.variants) {
    const weight = weights.get(key) ?? 0;
    weights.delete(key);
    end += weight;
    if (weight > 0) ranges.push({ variant: key, end });
  }
  if (end !== ALL || weights.size > 0) throw new TypeError('The weights of a split do not total 100,000.');
  return ranges;
}

function impliedVariant(source: FlagSource): string {
  const hasOn = source.definition.type === 'boolean' && source.definition.variants.some(({ key }) => key === 'on');
  const variant = hasOn ? 'on' : trueVariant(source.definition);
  if (variant === null) throw new TypeError('A rule does not say what it serves.');
  return variant;
}
