export interface ChartSeries {
  key: string;
  name: string;
  /** `variantColor(index)`, or another CSS colour. */
  color: string;
}

export interface ChartPoint {
  /** RFC 3339 or epoch milliseconds: the start of the interval. */
  at: string | number;
  /** By series key; absent is zero. */
  values: Readonly<Record<string, number>>;
}

export interface ChartAnnotation {
  at: string | number;
  label: string;
}
