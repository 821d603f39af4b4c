import { ALL, cut } from './bucket';
import { type Bucketing, compileBucketing, traceBucket } from './bucketing';
import type { Scope } from './model';
import type { BucketTrace } from './trace';
import type { Reason, Serve, Split, Verdict } from './types';
import { type FlagSource, trueVariant, verdictFor } from './verdicts';

interface ConstantServe {
  kind: 'constant';
  verdict: Verdict;
  /** The same answer when a rollout's bucket decided. */
  bucketed: Verdict;
}
interface SplitServe {
  kind: 'split';
  bucketing: Bucketing;
  ends: readonly number[];
  verdicts: readonly Verdict[];
}
export type CompiledServe = ConstantServe | SplitServe;

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
  const constant = (variant: string | null): CompiledServe => ({
    kind: 'constant',
    verdict: verdictFor(source, variant, reason, cause, ruleId),
    bucketed: verdictFor(source, variant, 'SPLIT', cause, ruleId),
  });
  if (serve === undefined) return constant(impliedVariant(source));
  if (!('split' in serve)) return constant(serve.variant);
  const ranges = cumulate(source, serve);
  const only = ranges.length === 1 ? ranges[0] : undefined;
  if (only !== undefined) return constant(only.variant);
  return {
    kind: 'split',
    bucketing: compileBucketing(source, 'split', serve),
    ends: ranges.map(({ end }) => end),
    verdicts: ranges.map(({ variant }) => verdictFor(source, variant, 'SPLIT', cause, ruleId)),
  };
}

/** The answer, an error when the targeting key is missing, or null when another unit is. */
export function decideServe(
  serve: CompiledServe,
  scope: Scope,
  isBucketed: boolean,
  trace: { split?: BucketTrace } | null,
): Verdict | null {
  if (serve.kind === 'constant') return isBucketed ? serve.bucketed : serve.verdict;
  const { bucketing, ends, verdicts } = serve;
  if (bucketing.bucketer === null) return bucketing.unknown;
  const value = bucketing.read(scope);
  const position = value === null ? null : bucketing.bucketer(value);
  if (trace !== null) trace.split = traceBucket(bucketing, value, position, rangesOf(serve));
  if (position === null) return bucketing.isTargetingKey ? bucketing.keyMissing : null;
  return verdicts[cut(position, ends)] ?? null;
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

function rangesOf({ ends, verdicts }: SplitServe): { variant: string | null; from: number; to: number }[] {
  return ends.map((to, index) => ({ variant: verdicts[index]?.variant ?? null, from: ends[index - 1] ?? 0, to }));
}

function impliedVariant(source: FlagSource): string {
  const hasOn = source.definition.type === 'boolean' && source.definition.variants.some(({ key }) => key === 'on');
  const variant = hasOn ? 'on' : trueVariant(source.definition);
  if (variant === null) throw new TypeError('A rule does not say what it serves.');
  return variant;
}
