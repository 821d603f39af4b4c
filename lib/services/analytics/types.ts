export interface AnalyticsView {
  environment: string;
  from: string;
  to: string;
  bucket: 'hour' | 'day';
  /** Oldest first, gaps filled with zero; counts per variant key, `` for the caller's own default and errors. */
  series: { at: string; counts: Record<string, number> }[];
  totals: Record<string, number>;
  bySdk: { sdk: string; count: number; lastAt: string }[];
  lastSeenAt: string | null;
  /** Where the configuration changed in the range. */
  annotations: { at: string; version: number; actor: string }[];
}
