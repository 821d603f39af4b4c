import type { ChartPoint, ChartSeries } from '@/components/shared/chart-types';
import { variantColor } from '@/components/shared/variant-color';
import type { AnalyticsView } from '@/lib/services/analytics/types';
import type { Variant } from '@/lib/engine/types';

export interface VariantTotal extends ChartSeries {
  /** Place in the definition; null for the caller's own default, and for variants that are gone. */
  index: number | null;
  total: number;
  /** Of all evaluations, from 0 to 1. */
  share: number;
}

interface Words {
  /** Of the caller's own default and of errors. */
  callersDefault: string;
  /** Of a variant that is no longer part of the flag. */
  gone: (key: string) => string;
}

/** A chart cannot have an empty key. */
const NONE = '__none';
const seriesKey = (variant: string): string => (variant === '' ? NONE : variant);

/** Variants in the order of the definition, then those that are gone, then the caller's own default if it was served. */
export function variantTotals(view: AnalyticsView, variants: readonly Variant[], words: Words): VariantTotal[] {
  const all = Object.values(view.totals).reduce((sum, count) => sum + count, 0);
  const known = new Map(variants.map(({ key }, index) => [key, index]));
  const gone = Object.keys(view.totals).filter((key) => key !== '' && !known.has(key));
  const keys = [...known.keys(), ...gone, ...((view.totals[''] ?? 0) > 0 ? [''] : [])];
  return keys.map((key) => {
    const index = known.get(key) ?? null;
    const total = view.totals[key] ?? 0;
    return {
      key: seriesKey(key),
      name: key === '' ? words.callersDefault : index === null ? words.gone(key) : (variants[index]?.name ?? key),
      color: index === null ? (key === '' ? 'var(--control)' : 'var(--muted-foreground)') : variantColor(index),
      index,
      total,
      share: all === 0 ? 0 : total / all,
    };
  });
}

export const chartPoints = ({ series }: AnalyticsView): ChartPoint[] =>
  series.map(({ at, counts }) => ({
    at,
    values: Object.fromEntries(Object.entries(counts).map(([key, count]) => [seriesKey(key), count])),
  }));
