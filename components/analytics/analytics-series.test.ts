import { describe, expect, it } from 'vitest';
import type { AnalyticsView } from '@/lib/services/analytics/types';
import { chartPoints, variantTotals } from './analytics-series';

const words = { callersDefault: 'own default', gone: (key: string) => `${key} (gone)` };
const variants = [
  { key: 'on', value: true, name: 'New' },
  { key: 'off', value: false },
];
const view = (totals: Record<string, number>): AnalyticsView => ({
  environment: 'production',
  from: '2026-03-01T00:00:00Z',
  to: '2026-03-02T00:00:00Z',
  bucket: 'day',
  series: [{ at: '2026-03-01T00:00:00Z', counts: totals }],
  totals,
  bySdk: [],
  lastSeenAt: null,
  annotations: [],
});

describe('variantTotals', () => {
  it('keeps the order and colours of the definition, and puts what is gone behind', () => {
    const found = variantTotals(view({ old: 1, off: 3, on: 4, '': 2 }), variants, words);
    expect(found.map(({ name, index, total, share }) => ({ name, index, total, share }))).toEqual([
      { name: 'New', index: 0, total: 4, share: 0.4 },
      { name: 'off', index: 1, total: 3, share: 0.3 },
      { name: 'old (gone)', index: null, total: 1, share: 0.1 },
      { name: 'own default', index: null, total: 2, share: 0.2 },
    ]);
    expect(found[0]?.color).toBe('var(--variant-1)');
  });

  it('shares nothing by zero, and leaves out a default that was not served', () => {
    const found = variantTotals(view({ on: 0, off: 0, '': 0 }), variants, words);
    expect(found.map(({ share }) => share)).toEqual([0, 0]);
  });

  it('charts what it lists, by the same keys', () => {
    const counted = view({ on: 4, '': 2 });
    const [point] = chartPoints(counted);
    const drawn = variantTotals(counted, variants, words).map(({ key }) => point?.values[key] ?? 0);
    expect(drawn).toEqual([4, 0, 2]);
  });
});
