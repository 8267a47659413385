import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { join, raw, type Sql, sql } from '#shared/sql.ts';
import { activityScores } from '#stats/activity-score.ts';
import { type RfmSegment, rfmScores } from '#stats/rfm.ts';
import { type ContactKind, customerKinds, effortKinds, halfLifeDays, lookBackDays } from './activity-rules.ts';
import { keptFor } from './kept-for.ts';
import { netRevenue } from './page-question.ts';

/** A named part of the customers; `silent` had no order in the year, `unscored` did where there are too few to compare. */
export type Segment = RfmSegment | 'silent' | 'unscored';

/** What is known of a customer whoever looks: words and scores, no amounts. */
export type CustomerSigns = Readonly<{
  segment: Segment;
  /** Quintiles from 1 to 5; null without an order in the year, or where there are too few customers. */
  score: Readonly<{ r: number; f: number; m: number }> | null;
  /** Days since the last order; null for who never ordered. */
  quietDays: number | null;
  /** Days since the last contact of either side, orders left out. */
  contactDays: number | null;
  /** 0–100: what the customer does, among all customers. */
  activity: number;
  /** 0–100: what we do for it, among all customers. */
  effort: number;
}>;

const nothing: CustomerSigns = {
  segment: 'silent',
  score: null,
  quietDays: null,
  contactDays: null,
  activity: 0,
  effort: 0,
};

/** The signs of every customer as of a day; `of` a stranger says that there are none. */
export type CustomerBook = Readonly<{ of: (customerId: string) => CustomerSigns }>;

/** Reads all customers as of a day, anew only when the data changed (METRICS 29, 31). */
export const customerBook = keptFor<readonly [asOf: Day], CustomerBook>(async (asking, asOf) => {
  const plain = await plainSigns(asking, asOf);
  const buyers = plain.filter(({ frequency }) => frequency > 0);
  const rfm = rfmScores(buyers.map(({ quietDays, ...rest }) => ({ ...rest, recencyDays: quietDays ?? 0 })));
  const scored = new Map(
    rfm.kind === 'rfm' ? rfm.customers.map((score, index) => [buyers[index]?.id ?? '', score] as const) : [],
  );
  const activity = percentiles(plain.map(({ points }) => points));
  const effort = percentiles(plain.map(({ effortPoints }) => effortPoints));
  const signs = new Map(
    plain.map((each, index): [string, CustomerSigns] => {
      const score = scored.get(each.id) ?? null;
      return [
        each.id,
        {
          segment: score?.segment ?? (each.frequency > 0 ? 'unscored' : 'silent'),
          score: score && { r: score.r, f: score.f, m: score.m },
          quietDays: each.quietDays,
          contactDays: each.contactDays,
          activity: activity[index] ?? 0,
          effort: effort[index] ?? 0,
        },
      ];
    }),
  );
  return { of: (id) => signs.get(id) ?? nothing };
});

function percentiles(points: readonly number[]): readonly number[] {
  const found = activityScores(points);
  return found.kind === 'scores' ? found.scores : points.map(() => 0);
}

type PlainSigns = Readonly<{
  id: string;
  quietDays: number | null;
  /** Days with an order in the year, and its net revenue. */
  frequency: number;
  monetary: number;
  points: number;
  effortPoints: number;
  contactDays: number | null;
}>;

async function plainSigns(asking: Asking, asOf: Day): Promise<readonly PlainSigns[]> {
  const ever = { from: '1900-01-01' as Day, before: asOf };
  const year = { from: addDays(asOf, -lookBackDays), before: asOf };
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'bought',
        question: { measures: ['order_count'], period: ever },
        columns: 'f.customer_id, f.ordered_on as on_day',
      },
      { name: 'net', question: { measures: [netRevenue], period: year }, columns: 'f.customer_id, f.amount' },
      {
        name: 'talk',
        question: { measures: ['interactions'], period: ever },
        columns: 'f.customer_id, f.on_day, f.type, f.initiator',
      },
    ],
    signsStatement(asOf, year.from),
  );
  return rows.map(([id, quietDays, frequency, monetary, points, effortPoints, contactDays]) => ({
    id: String(id),
    quietDays: quietDays === null ? null : Number(quietDays),
    frequency: Number(frequency),
    monetary: Number(monetary),
    points: Number(points),
    effortPoints: Number(effortPoints),
    contactDays: contactDays === null ? null : Number(contactDays),
  }));
}

/** The points are those of `activityPoints` of the statistics, by kind and day; a test holds both together. */
function signsStatement(asOf: Day, yearFrom: Day): Sql {
  const today = dayLiteral(addDays(asOf, -1));
  const since = dayLiteral(yearFrom);
  return sql`,
    orders as (
      select customer_id, ${today} - max(on_day) as quiet, count(distinct on_day) filter (on_day >= ${since}) as frequency
      from bought where customer_id is not null group by customer_id),
    spent as (select customer_id, sum(amount)::double as v from net where customer_id is not null group by customer_id),
    contact as (
      select customer_id, ${today} - max(on_day) as days from talk where customer_id is not null group by customer_id),
    act as (
      select customer_id, on_day, 'order' as kind from bought where on_day >= ${since}
      union all
      select customer_id, on_day, ${kindOf(customerKinds)} from talk where initiator = 'customer' and on_day >= ${since}),
    tried as (select customer_id, on_day, ${kindOf(effortKinds)} as kind from talk where initiator = 'us' and on_day >= ${since}),
    activity as (${pointsOf('act', customerKinds, today)}),
    effort as (${pointsOf('tried', effortKinds, today)})
    select c.id, o.quiet, coalesce(o.frequency, 0), coalesce(s.v, 0), coalesce(a.v, 0), coalesce(e.v, 0), t.days
    from customer c
    left join orders o on o.customer_id = c.id
    left join spent s on s.customer_id = c.id
    left join contact t on t.customer_id = c.id
    left join activity a on a.customer_id = c.id
    left join effort e on e.customer_id = c.id
    where coalesce(c.created_on < ${dayLiteral(asOf)}, true) or o.customer_id is not null
    order by c.id`;
}

/** The kind that a source's word stands for; the last kind takes the others. */
function kindOf(kinds: readonly ContactKind[]): Sql {
  const cases = kinds
    .filter(({ names }) => names.length > 0)
    .map(({ id, names }) => sql`when lower(type) in (select unnest(${[...names]}::varchar[])) then ${id}`);
  return sql`case ${join(cases, ' ')} else ${kinds.at(-1)?.id ?? ''} end`;
}

function pointsOf(table: string, kinds: readonly ContactKind[], today: Sql): Sql {
  const by = (value: (kind: ContactKind) => number) =>
    sql`case kind ${join(
      kinds.map((kind) => sql`when ${kind.id} then ${raw(String(value(kind)))}`),
      ' ',
    )} end`;
  return sql`
      select customer_id, round(sum(v), 9) as v from (
        select customer_id, least(count(*), ${by(({ dailyCap }) => dailyCap)}) * ${by(({ weight }) => weight)}
          * pow(2, -(${today} - on_day) / ${raw(halfLifeDays.toFixed(1))}) as v
        from ${raw(table)} where customer_id is not null group by customer_id, on_day, kind)
      group by customer_id`;
}
