import type { Asking } from '#features/ask.ts';
import { calendarIn } from '#features/calendar-in.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addDays, addMonths, type Day, type DayRange } from '#shared/day.ts';
import { type Money, moneyOf } from '#shared/money.ts';
import { stretchesOf, stretchOf } from '#shared/period.ts';
import { raw, sql } from '#shared/sql.ts';
import { type ClassifiedTrend, trendClass } from '#stats/trend-class.ts';

import { netRevenue, type PageQuestion, pagePlan } from './page-question.ts';

/** A series put into its class; `trend` null: too few complete periods. */
type TrendRow = Readonly<{
  id: string;
  name: string;
  /** Net revenue of all periods. */
  revenue: Money;
  /** Net revenue by period, the oldest first. */
  values: readonly number[];
  trend: ClassifiedTrend['trend'] | null;
  evidence: ClassifiedTrend['evidence'] | null;
  /** The last quarter against the same one a year before; null where there was nothing. */
  yearChange: number | null;
}>;

/** The trends of one kind of thing over complete periods, whose first days are listed. */
type Trends = Readonly<{ unit: 'month' | 'quarter'; periods: readonly Day[]; rows: readonly TrendRow[] }>;

export type TrendsAnswer = Readonly<{ customers: Trends; lines: Trends }>;

/** Customers order too seldom for months. */
const kinds = {
  customers: { unit: 'quarter', perYear: 4, key: 'f.customer_id', table: 'customer', most: 200 },
  lines: { unit: 'month', perYear: 12, key: 'f.product_id', table: 'product_line', most: 30 },
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

const years = 3;

/** Trend class (METRICS 26) of the largest customers by quarter and of the product lines by month, over three complete years. */
export async function trends(asking: Asking, question: PageQuestion): Promise<TrendsAnswer> {
  const { asOf } = await pagePlan(asking, question);
  const [customers, lines] = await Promise.all([
    trendsOf(asking, { kind: kinds.customers, question, asOf }),
    trendsOf(asking, { kind: kinds.lines, question, asOf }),
  ]);
  return { customers, lines };
}

type Wanted = Readonly<{ kind: Kind; question: PageQuestion; asOf: Day }>;

async function trendsOf(asking: Asking, { kind, question, asOf }: Wanted): Promise<Trends> {
  const calendar = await calendarIn(asking.replica);
  const running = stretchOf(calendar, addDays(asOf, -1), kind.unit);
  // The running period counts when its last day is known.
  const before = running.before <= asOf ? running.before : running.from;
  const range: DayRange = { from: addMonths(before, -12 * years), before };
  const periods = stretchesOf(calendar, range, kind.unit).map(({ bucket }) => bucket);
  const rows = await seriesRows(asking, { kind, question, range });
  return { unit: kind.unit, periods, rows: rows.map((row) => trendRow(row, periods, kind)) };
}

function trendRow([id, name, total, days, amounts]: readonly unknown[], periods: readonly Day[], kind: Kind): TrendRow {
  const byDay = new Map((days as readonly string[]).map((day, index) => [day, (amounts as readonly number[])[index]]));
  const values = periods.map((day) => (byDay.get(day) ?? 0) / 10_000);
  const found = trendClass(values, kind.perYear);
  return {
    id: String(id),
    name: String(name),
    revenue: moneyOf(BigInt(Number(total))),
    values,
    trend: found.kind === 'trend' ? found.trend : null,
    evidence: found.kind === 'trend' ? found.evidence : null,
    yearChange: yearChange(values, kind.perYear),
  };
}

function yearChange(values: readonly number[], perYear: number): number | null {
  const quarter = perYear / 4;
  const sum = (part: readonly number[]) => part.reduce((all, value) => all + value, 0);
  const before = sum(values.slice(-perYear - quarter, -perYear));
  return before > 0 ? sum(values.slice(-quarter)) / before - 1 : null;
}

type Series = Readonly<{ kind: Kind; question: PageQuestion; range: DayRange }>;

/** One row per thing: id, name, total, first days of its periods and their amounts in ten-thousandths; the greatest first. */
function seriesRows(asking: Asking, { kind, question, range }: Series) {
  const isOfLines = kind.table === 'product_line';
  const id = isOfLines ? 'p.root_line_id' : 'n.id';
  return runOverRows(
    asking,
    [
      {
        name: 'net',
        // Lines are asked of order lines: the measure takes them when a product is named.
        question: {
          measures: [netRevenue],
          period: range,
          where: question.where,
          ...(isOfLines ? { by: ['product'] } : {}),
        },
        columns: `${kind.key} as id, f.on_day, f.amount`,
      },
    ],
    sql`,
    thing as (
      select ${raw(id)} as id, n.on_day, n.amount
      from net n ${raw(isOfLines ? 'join product p on p.id = n.id' : '')}
      where ${raw(id)} is not null),
    largest as (
      select id, sum(amount) as total from thing group by id
      order by total desc, id limit ${raw(String(kind.most))}),
    part as (
      select g.id, d.${raw(`${kind.unit}_on`)} as period, sum(g.amount * 10000)::bigint as v
      from thing g semi join largest l on l.id = g.id join calendar_day d on d.day = g.on_day
      group by all)
    select t.id, t.name, sum(v) as total, list(period::varchar order by period), list(v order by period)
    from part join ${raw(kind.table)} t on t.id = part.id
    group by t.id, t.name
    order by total desc, t.id`,
  );
}
