/** A stretch of time on the axis. */
export type TrendBucket = Readonly<{
  id: string;
  label: string;
  /** A second line under the label: the year where it begins, or how much of the bucket is over. */
  under?: string;
  /** Whether it belongs to the chosen period; the others are drawn pale. */
  chosen: boolean;
  partial: boolean;
}>;

/** A measure over the buckets. */
export type TrendSeries = Readonly<{
  id: string;
  /** The measure with its unit: it heads the row of values under the axis. */
  label: string;
  values: readonly (number | null)[];
  /** The base of each bucket (year ago); of the partial bucket the same part of it. Null when there is no comparison. */
  bases: readonly (number | null)[] | null;
  format: (value: number) => string;
}>;

/** A bucket's change in words. */
export type TrendChange = Readonly<{ text: string; direction: 'up' | 'down' | null }>;

/** What a trend is told. */
export type TrendProps = Readonly<{
  buckets: readonly TrendBucket[];
  /** One or two; each on its own scale, one under the other on one time axis. */
  series: readonly TrendSeries[];
  /** The change of the first series per bucket, already worded; null when there is no comparison. */
  changes: Readonly<{ label: string; values: readonly TrendChange[] }> | null;
  /** Written at the line of bases. */
  baseLabel: string;
  label: string;
  /** A bucket in words with its numbers. */
  describe: (bucketIndex: number) => string;
  onPick?: ((bucketIndex: number) => void) | undefined;
}>;
