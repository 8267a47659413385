import type { Answer } from '#semantic/question.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';

/** What a person who writes the question by hand for PostgreSQL would know. `asOf`: the last day known; later cancellations are not. */
export type Stretch = Readonly<{ workspaceId: string; current: DayRange; base: DayRange | null; asOf: Day }>;

/** The days that the product compared, so that both sides answer the same question. */
export function stretchOf(answer: Answer, workspaceId: string): Stretch {
  const { from, before } = answer.query.period;
  const end = earlier(before, addDays(answer.asOf.day, 1));
  return {
    workspaceId,
    current: { from, before: end },
    base: answer.compare?.compared ?? null,
    asOf: addDays(end, -1),
  };
}

const attributes = {
  rep: raw('o.rep_id'),
  customer: raw('o.customer_id'),
  region: raw('coalesce(r2.parent_id, r1.parent_id, r1.id)'),
  province: raw("case when r1.level = 'city' then r1.parent_id else r1.id end"),
  product: raw('l.product_id'),
  product_line: raw('p.line_id'),
  customer_type: raw('c.type'),
  customer_tier: raw('c.tier'),
  source: raw('o.source_id'),
} as const;

/** A dimension that revenue is split by. */
export type Attribute = keyof typeof attributes;

type Split = Readonly<{ by?: Attribute; grain?: 'day' | 'week' | 'month' | 'quarter' }>;

/** Net revenue by whatever: lines less the order's discount, refunds taken off on their own day. */
export function revenue(stretch: Stretch, { by, grain }: Split): Sql {
  const key = by ? attributes[by] : raw("''");
  const bucket = grain ? raw(`date_trunc('${grain}', on_day)::date`) : raw("''");
  const { current, base } = stretch;
  const inBase = base ? sql`on_day >= ${base.from}::date and on_day < ${base.before}::date` : raw('false');
  return sql`
    select key, ${bucket} as bucket,
           sum(amount) filter (where on_day >= ${current.from}::date and on_day < ${current.before}::date) as revenue,
           sum(amount) filter (where ${inBase}) as base
    from (
      select ${key} as key, o.ordered_on as on_day, (l.amount - l.order_discount) * o.rate as amount
      from sales_order o join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id ${lookUps(by)}
      where o.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)} and ${isIn('o.ordered_on', stretch)}
      union all
      select ${key}, f.refunded_on, -f.amount * o.rate
      from refund f
      join sales_order o on o.workspace_id = f.workspace_id and o.id = f.order_id
      join order_line l on l.workspace_id = f.workspace_id and l.id = f.order_line_id ${lookUps(by)}
      where f.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)} and ${isIn('f.refunded_on', stretch)}
    ) as signed
    group by 1, 2 order by 3 desc nulls last`;
}

/** Orders, their mean and their median, the same split. */
export function orderValues(stretch: Stretch, { by, grain }: Split): Sql {
  const key = by ? attributes[by] : raw("''");
  const bucket = grain ? raw(`date_trunc('${grain}', on_day)::date`) : raw("''");
  return sql`
    select key, ${bucket} as bucket, count(*) as revenue, avg(amount) as average,
           percentile_cont(0.5) within group (order by amount) as median, percentile_cont(0.9) within group (order by amount) as p90
    from (
      select ${key} as key, o.id, o.ordered_on as on_day, sum((l.amount - l.order_discount) * o.rate) as amount
      from sales_order o join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id ${lookUps(by)}
      where o.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)}
        and o.ordered_on >= ${stretch.current.from}::date and o.ordered_on < ${stretch.current.before}::date
      group by 1, 2, 3
    ) as orders
    group by 1, 2`;
}

/** Open deals by stage: the last event of each deal until the day. */
export function openByStage({ workspaceId, current }: Stretch): Sql {
  return sql`
    select stage_id as key, count(*) as revenue, sum(amount) as amount
    from (
      select distinct on (opportunity_id) opportunity_id, status, stage_id, amount
      from opportunity_event where workspace_id = ${workspaceId} and on_day < ${current.before}::date
      order by opportunity_id, seq desc
    ) as state
    where status = 'open' group by 1`;
}

/** The ten figures of the tiles, now and in the base, each as one would write it. */
export function tiles(stretch: Stretch): Sql {
  const { workspaceId } = stretch;
  const sides = [stretch.current, ...(stretch.base ? [stretch.base] : [])].map((side, index) =>
    tileSide(stretch, side, index),
  );
  return sql`
    with orders as materialized (
      select o.id, o.customer_id, o.ordered_on, sum((l.amount - l.order_discount) * o.rate) as amount
      from sales_order o join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id
      where o.workspace_id = ${workspaceId} and ${isCounted(stretch)} and ${isIn('o.ordered_on', stretch)}
      group by 1, 2, 3
    ),
    firsts as materialized (
      select customer_id, min(ordered_on) as on_day from sales_order o
      where workspace_id = ${workspaceId} and ${isCounted(stretch)} group by 1
    )
    ${sides.reduce((all, side) => sql`${all} union all ${side}`)}`;
}

function tileSide({ workspaceId, asOf }: Stretch, { from, before }: DayRange, index: number): Sql {
  const isBefore = (column: string) => sql`${raw(column)} >= ${from}::date and ${raw(column)} < ${before}::date`;
  return sql`
    select ${index}::int as side,
      (select sum(amount) from orders where ${isBefore('ordered_on')}) - coalesce((
        select sum(f.amount * o.rate) from refund f join sales_order o on o.workspace_id = f.workspace_id and o.id = f.order_id
        where f.workspace_id = ${workspaceId} and not o.is_draft and (o.cancelled_on is null or o.cancelled_on > ${asOf}::date)
          and ${isBefore('f.refunded_on')}), 0) as revenue,
      (select count(*) from orders where ${isBefore('ordered_on')}) as order_count,
      (select percentile_cont(0.5) within group (order by amount) from orders where ${isBefore('ordered_on')}) as median_order_value,
      (select count(*) from firsts where ${isBefore('on_day')}) as new_customers,
      e.*, s.*
    from (
      select count(*) filter (where status = 'won') as won_deals, count(*) filter (where status = 'lost') as lost_deals
      from opportunity_event where workspace_id = ${workspaceId} and kind in ('won', 'lost') and ${isBefore('on_day')}
    ) as e, (
      select count(*) as opportunities_open, sum(amount) as open_amount
      from (
        select distinct on (opportunity_id) status, amount from opportunity_event
        where workspace_id = ${workspaceId} and on_day < ${before}::date order by opportunity_id, seq desc
      ) as state where status = 'open'
    ) as s`;
}

function lookUps(by: Attribute | undefined): Sql {
  if (by === 'region' || by === 'province') {
    return raw(`left join region r1 on r1.workspace_id = o.workspace_id and r1.id = o.region_id
      left join region r2 on r2.workspace_id = o.workspace_id and r2.id = r1.parent_id`);
  }
  if (by === 'product_line')
    return raw('left join product p on p.workspace_id = l.workspace_id and p.id = l.product_id');
  if (by === 'customer_type' || by === 'customer_tier') {
    return raw('left join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id');
  }
  return raw('');
}

function isCounted({ asOf }: Stretch): Sql {
  return sql`not o.is_draft and (o.cancelled_on is null or o.cancelled_on > ${asOf}::date)`;
}

function isIn(column: string, { current, base }: Stretch): Sql {
  const day = raw(column);
  const within = ({ from, before }: DayRange) => sql`${day} >= ${from}::date and ${day} < ${before}::date`;
  return base ? sql`(${within(current)} or ${within(base)})` : within(current);
}
