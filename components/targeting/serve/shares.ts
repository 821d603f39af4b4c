import { WHOLE } from '@/lib/changes/limits';
import type { WeightedVariant } from '@/lib/engine/types';

/** Reads a percentage as people type it ("12.5", "12,5 %") into thousandths of a percent; null if it is none. */
export function readPercent(text: string): number | null {
  const trimmed = text.replace('%', '').trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{0,3})?$|^\.\d{1,3}$/.test(trimmed)) return null;
  const thousandths = Math.round(Number(trimmed) * 1000);
  return thousandths <= WHOLE ? thousandths : null;
}

/** Thousandths of a percent as the number a person edits: 12,500 is "12.5". */
export function writePercent(thousandths: number, decimal = '.'): string {
  return String(thousandths / 1000).replace('.', decimal);
}

/** Equal weights that total 100 %; what does not divide goes to the first ones. */
export function distributeEvenly(variants: readonly string[]): WeightedVariant[] {
  if (variants.length === 0) return [];
  const share = Math.floor(WHOLE / variants.length);
  const rest = WHOLE - share * variants.length;
  return variants.map((variant, index) => ({ variant, weight: share + (index < rest ? 1 : 0) }));
}

/** Weights with one changed, in the order of the definition; variants without a weight are left out. */
export function withWeight(
  split: readonly WeightedVariant[],
  order: readonly string[],
  variant: string,
  weight: number,
): WeightedVariant[] {
  const weights = new Map(split.map((part) => [part.variant, part.weight]));
  weights.set(variant, weight);
  const keys = [...order, ...[...weights.keys()].filter((key) => !order.includes(key))];
  const next = keys.flatMap((key) => {
    const value = weights.get(key) ?? 0;
    return value > 0 ? [{ variant: key, weight: value }] : [];
  });
  return next.length > 0 ? next : [{ variant, weight: 0 }];
}

export function totalOf(split: readonly WeightedVariant[]): number {
  return split.reduce((total, { weight }) => total + weight, 0);
}
