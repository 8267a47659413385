/** A week under the running total. */
export type CumulativeWeek = Readonly<{
  id: string;
  /** Its first day as a label. */
  label: string;
  /** Workdays of the period before it and up to its end: where it lies on the axis. */
  from: number;
  to: number;
  value: number | null;
  /** The same workdays of the base period; null when there is none. */
  base: number | null;
  /** The difference, worded, for the row under the axis. */
  difference: string | null;
  partial: boolean;
  /** Whether its rows can be opened. */
  canOpen: boolean;
}>;

/** What the chart is told. */
export type CumulativeProps = Readonly<{
  /** Running total at the end of each workday, from the first; as long as the period has run. */
  current: readonly number[];
  base: readonly number[];
  /** Workdays of the whole period. */
  workdays: number;
  finished: boolean;
  months: readonly Readonly<{ at: number; label: string }>[];
  weeks: readonly CumulativeWeek[];
  texts: Readonly<{
    label: string;
    today: string;
    lead: Readonly<{ text: string; isBehind: boolean }> | null;
    currentEnd: string;
    baseEnd: string | null;
    weekly: string;
    difference: string;
    baseTick: string | null;
    hatch: string | null;
  }>;
  format: (value: number) => string;
  describe: (week: CumulativeWeek) => string;
  onPick?: ((week: CumulativeWeek) => void) | undefined;
}>;
