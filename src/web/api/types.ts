import type { Bilingual } from '#shared/bilingual.ts';
import type { Day, DayRange } from '#shared/day.ts';

// What the server answers, as the web app reads it. The question and its answer mirror the semantic room.

/** How fine time is cut. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year' | 'fiscal_quarter' | 'fiscal_year';

/** A period as a person names it. */
export type PeriodInput =
  | DayRange
  | Readonly<{ kind: 'this' | 'last'; unit: Grain }>
  | Readonly<{ kind: 'last_days'; days: number }>
  | Readonly<{ kind: 'all' }>;

/** What a period is compared with. */
export type CompareKind = 'previous' | 'year_ago' | 'spring_festival';

/** A measure, or an operator on it (its column is then `<id>_<show>`). */
type MeasureInput = string | Readonly<{ id: string; show: 'share' | 'cumulative' | 'moving_average' }>;

/** Rows to keep or leave out. */
export type Filter = Readonly<{ field: string; op: 'in' | 'not_in'; values: readonly (string | null)[] }>;

/** What `POST /api/v1/query` takes. */
export type Question = Readonly<{
  measures: readonly MeasureInput[];
  by?: readonly string[] | undefined;
  period: PeriodInput;
  grain?: Grain | undefined;
  compare?: CompareKind | undefined;
  where?: readonly Filter[] | undefined;
  order?: readonly Readonly<{ by: string; direction: 'asc' | 'desc' }>[] | undefined;
  limit?: number | undefined;
  asOf?: Day | undefined;
  organisation?: 'as_was' | 'restated' | undefined;
}>;

/** What a number counts. */
export type Unit = 'money' | 'count' | 'quantity' | 'ratio' | 'days' | 'minutes';

/** A column of an answer. */
export type Column = Readonly<{
  id: string;
  role: 'dimension' | 'key' | 'time' | 'measure' | 'base' | 'change' | 'delta' | 'numerator' | 'denominator' | 'n';
  of: string;
  label: Bilingual;
  unit?: Unit | undefined;
  better?: 'up' | 'down' | undefined;
}>;

/** Money and quantities are decimal strings, counts and ratios numbers; null is unknown. */
export type Cell = string | number | null;

/** One row of an answer. */
export type Row = Readonly<Record<string, Cell>>;

/** How the comparison was made, for the badge 前 33 日可比. */
type CompareBasis = Readonly<{
  kind: CompareKind;
  period: DayRange;
  compared: DayRange | null;
  basis: 'whole' | 'workdays' | 'days' | 'none';
  workdaysElapsed: number;
  workdaysTotal: number;
}>;

/** Something to know about an answer. */
type Note = Readonly<{ code: string; text: Bilingual }>;

/** What `POST /api/v1/query` gives. */
export type Answer = Readonly<{
  columns: readonly Column[];
  rows: readonly Row[];
  totals: Row;
  compare: CompareBasis | null;
  partial: string | null;
  notes: readonly Note[];
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

/** One number to explain or to list: one measure, its period and its filters. */
export type CellQuestion = Readonly<{
  measures: readonly [string];
  period: PeriodInput;
  where?: readonly Filter[] | undefined;
  /** Where in the question it stands: the key of each dimension, and the bucket under the grain's name. Nowhere is the total. */
  at?: Readonly<Record<string, string | null>> | undefined;
  asOf?: Day | undefined;
  organisation?: 'as_was' | 'restated' | undefined;
}>;

/** A page of the rows behind a number; `sum` is of all rows, not of the page. */
export type BehindPage = Readonly<{
  columns: readonly Column[];
  rows: readonly Row[];
  next: string | null;
  total: number;
  sum: Cell;
}>;

/** The 口径卡 of a number. */
export type Passport = Readonly<{
  measure: string;
  label: Bilingual;
  unit: Unit;
  value: Cell;
  formula: Bilingual;
  period: Readonly<{ range: DayRange; zone: string; unfinished: boolean; timeColumn: Bilingual }>;
  scope: readonly Bilingual[];
  counted: readonly Readonly<{ label: Bilingual; rows: number; amount: Cell }>[];
  leftOut: readonly Readonly<{ reason: Bilingual; rows: number; amount: Cell }>[];
  dataUpTo: Day | null;
}>;

/** What a member may be in a workspace. */
export type Role = 'admin' | 'executive' | 'manager' | 'rep' | 'finance' | 'viewer';

/** The terms of a workspace: under the last two nothing can be written. */
export type Plan = Readonly<{
  kind: 'permanent' | 'trial' | 'expired' | 'read_only';
  endsAt: string | null;
  daysLeft: number | null;
}>;

/** How far somebody is in the guided tour. */
export type Tour = Readonly<{ step: number; status: 'open' | 'dismissed' | 'done' }>;

/** Who is signed in, and where. */
export type Me = Readonly<{
  viewer: Readonly<{
    name: string;
    /** A built-in role, or the id of one of the workspace's own. TRAP: only its name; `permissions` decides. */
    role: string;
    /** What a role of the workspace's own is called. */
    roleName: Bilingual | null;
    email: string | null;
    personId: string | null;
    personName: string | null;
    permissions: readonly string[];
    seesAll: boolean;
    /** Whose pages are about their own number first. */
    seesOnlySelf: boolean;
    teamId: string | null;
    teamName: string | null;
  }>;
  workspace: Readonly<{
    slug: string;
    name: string;
    zone: string;
    currency: string;
    /** `red_up` or `green_up`. */
    colours: string;
    fiscalStartMonth: number;
    weekStart: number;
    /** On what terms the workspace is there. */
    plan: Plan;
    /** Rows of the demo written so far, while they are being written. */
    filling: Readonly<{ done: number; total: number }> | null;
    /** Whether its company is made up. */
    isDemo: boolean;
    tour: Tour | null;
  }>;
  workspaces: readonly Readonly<{ slug: string; name: string; role: string; roleName: Bilingual | null }>[];
  /** The share link by which one looks; null for members. */
  sharedLink: Readonly<{ by: string; until: string; path: string; note: string | null }> | null;
  calendar: Readonly<{
    today: Day;
    quarter: Readonly<{ from: Day; before: Day; workdaysElapsed: number; workdaysTotal: number }> | null;
  }>;
}>;

/** One value a filter offers. */
export type Member = Readonly<{ key: string; name: string; parent?: string | null | undefined }>;
