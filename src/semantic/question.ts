import type { Bilingual } from '#shared/bilingual.ts';
import type { Day, DayRange } from '#shared/day.ts';

export const grains = [
  'day',
  'week',
  'month',
  'quarter',
  'half_year',
  'year',
  'fiscal_quarter',
  'fiscal_year',
] as const;

export type Grain = (typeof grains)[number];

/** A period as a person names it; resolved to days against the workspace's calendar and `now`. */
export type PeriodInput =
  | DayRange
  | Readonly<{ kind: 'this' | 'last'; unit: Grain }>
  | Readonly<{ kind: 'last_days'; days: number }>
  | Readonly<{ kind: 'all' }>;

export type CompareKind = 'previous' | 'year_ago' | 'spring_festival';

/** A measure as asked: its own value, or an operator on it (its column is then `<id>_<show>`). */
export type MeasureInput = string | Readonly<{ id: string; show: 'share' | 'cumulative' | 'moving_average' }>;

type Filter = Readonly<{
  /** A dimension id, or `<id>_key`. Values match the key or, without `_key`, the name too; a team or region means its subtree. */
  field: string;
  op: 'in' | 'not_in';
  /** Null stands for rows that have no such thing. */
  values: readonly (string | null)[];
}>;

/** A question is data: what `POST /api/v1/query` takes. */
export type Question = Readonly<{
  measures: readonly MeasureInput[];
  by?: readonly string[] | undefined;
  period: PeriodInput;
  grain?: Grain | undefined;
  compare?: CompareKind | undefined;
  where?: readonly Filter[] | undefined;
  /** A column of the answer (`revenue`, `revenue_change`, `revenue_delta`, `month`, `rep`), first decides. */
  order?: readonly Readonly<{ by: string; direction: 'asc' | 'desc' }>[] | undefined;
  limit?: number | undefined;
  /** What was known at the end of this day; today when left out. */
  asOf?: Day | undefined;
  /** `as_was` (default): the team at the event. `restated`: today's organisation. */
  organisation?: 'as_was' | 'restated' | undefined;
}>;

export type Unit = 'money' | 'count' | 'quantity' | 'ratio' | 'days' | 'minutes';

export type Column = Readonly<{
  id: string;
  role: 'dimension' | 'key' | 'time' | 'measure' | 'base' | 'change' | 'delta' | 'numerator' | 'denominator' | 'n';
  /** The measure or dimension it comes from. */
  of: string;
  label: Bilingual;
  unit?: Unit;
  better?: 'up' | 'down';
}>;

/** Money and quantities are decimal strings, counts and ratios numbers; null is unknown, never zero. */
export type Cell = string | number | null;

/** How the comparison was made: printed beside every change (第 14 / 22 个工作日). */
export type CompareBasis = Readonly<{
  kind: CompareKind;
  period: DayRange;
  /** The part of the base period that was compared; null when there is no comparison. */
  compared: DayRange | null;
  /** `whole`: finished period. `workdays`: first k workdays. `days`: same calendar day. `none`: nothing elapsed. */
  basis: 'whole' | 'workdays' | 'days' | 'none';
  workdaysElapsed: number;
  workdaysTotal: number;
}>;

export type Note = Readonly<{ code: string; text: Bilingual }>;

export type Answer = Readonly<{
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
  /** Computed over all rows of the question, not summed from `rows`. */
  totals: Readonly<Record<string, Cell>>;
  compare: CompareBasis | null;
  /** The first bucket of an unfinished period that is still running, as its ISO date; null when all are complete. */
  partial: string | null;
  notes: readonly Note[];
  /** The question as understood: names resolved, period as days. */
  query: Question & Readonly<{ period: DayRange }>;
  asOf: Readonly<{
    day: Day;
    dataUpTo: Day | null;
    workdaysElapsed: number;
    workdaysTotal: number;
    zone: string;
    currency: string;
  }>;
}>;

/** Whose rows a viewer may see; no plan is built without one. */
export type Scope =
  | Readonly<{ kind: 'all' }>
  /** Rows of these people, and rows whose team at the event lay in these teams or (with `below`) under them. */
  | Readonly<{ kind: 'some'; people: readonly string[]; teams: readonly Readonly<{ id: string; below: boolean }>[] }>;
