import type { Answer } from '#semantic/question.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';
import { join, raw, type Sql, sql } from '#shared/sql.ts';

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
  source: raw('o.source_id'),
} as const;

/** A dimension that revenue is split by. */
type Attribute = keyof typeof attributes;

type Split = Readonly<{ by?: readonly Attribute[]; grain?: 'day' | 'week' | 'month' | 'quarter' | 'year' }>;

/** Net revenue by whatever: lines less the order's discount, refunds taken off on their own day. */
export function revenue(stretch: Stretch, { by = [], grain }: Split): Sql {
  const key = by.length > 0 ? sql`row(${join(by.map((each) => attributes[each]))})` : raw("''");
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

/** Money given back, by what was sold or by why. */
export function refunds(stretch: Stretch, by: 'product_line' | 'reason'): Sql {
  const { from, before } = stretch.current;
  return sql`
    select ${by === 'reason' ? raw('f.reason') : attributes.product_line} as key, sum(f.amount * o.rate) as revenue
    from refund f
    join sales_order o on o.workspace_id = f.workspace_id and o.id = f.order_id
    join order_line l on l.workspace_id = f.workspace_id and l.id = f.order_line_id ${lookUps(['product_line'])}
    where f.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)}
      and f.refunded_on >= ${from}::date and f.refunded_on < ${before}::date
    group by 1`;
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

/** Revenue, orders and the distribution of their size, now and in the base. */
export function orderFigures(stretch: Stretch): Sql {
  const side = (range: DayRange, index: number) => sql`select ${index}::int as side, ${orderColumns(stretch, range)}`;
  return sql`with ${ordersTable(stretch)} ${eachSide(stretch, side)}`;
}

/** The ten figures of the tiles, now and in the base, each as one would write it. */
export function tiles(stretch: Stretch): Sql {
  return sql`
    with ${ordersTable(stretch)},
    firsts as materialized (
      select customer_id, min(ordered_on) as on_day from sales_order o
      where workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)} group by 1
    )
    ${eachSide(stretch, (range, index) => tileSide(stretch, range, index))}`;
}

function eachSide({ current, base }: Stretch, side: (range: DayRange, index: number) => Sql): Sql {
  return join([current, ...(base ? [base] : [])].map(side), ' union all ');
}

function ordersTable(stretch: Stretch): Sql {
  return sql`
    orders as materialized (
      select o.id, o.customer_id, o.ordered_on, sum((l.amount - l.order_discount) * o.rate) as amount
      from sales_order o join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id
      where o.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)} and ${isIn('o.ordered_on', stretch)}
      group by 1, 2, 3
    )`;
}

function orderColumns(stretch: Stretch, range: DayRange): Sql {
  const place = (share: string) => sql`
      (select percentile_cont(${raw(share)}) within group (order by amount) from orders where ${within('ordered_on', range)})`;
  return sql`
      (select sum(amount) from orders where ${within('ordered_on', range)}) - coalesce((
        select sum(f.amount * o.rate) from refund f join sales_order o on o.workspace_id = f.workspace_id and o.id = f.order_id
        where f.workspace_id = ${stretch.workspaceId} and ${isCounted(stretch)} and ${within('f.refunded_on', range)}), 0) as revenue,
      (select count(*) from orders where ${within('ordered_on', range)}) as order_count,
      ${place('0.5')} as median_order_value, ${place('0.9')} as p90_order_value`;
}

function tileSide(stretch: Stretch, range: DayRange, index: number): Sql {
  const { workspaceId } = stretch;
  return sql`
    select ${index}::int as side, ${orderColumns(stretch, range)},
      (select count(*) from firsts where ${within('on_day', range)}) as new_customers,
      e.*, s.*
    from (
      select count(*) filter (where status = 'won') as won_deals, count(*) filter (where status = 'lost') as lost_deals
      from opportunity_event where workspace_id = ${workspaceId} and kind in ('won', 'lost') and ${within('on_day', range)}
    ) as e, (
      select count(*) as opportunities_open, sum(amount) as open_amount
      from (
        select distinct on (opportunity_id) status, amount from opportunity_event
        where workspace_id = ${workspaceId} and on_day < ${range.before}::date order by opportunity_id, seq desc
      ) as state where status = 'open'
    ) as s`;
}

function lookUps(by: readonly Attribute[]): Sql {
  const isAsked = (...names: readonly Attribute[]) => names.some((name) => by.includes(name));
  const joins = [
    isAsked('region', 'province')
      ? `left join region r1 on r1.workspace_id = o.workspace_id and r1.id = o.region_id
         left join region r2 on r2.workspace_id = o.workspace_id and r2.id = r1.parent_id`
      : '',
    isAsked('product_line') ? 'left join product p on p.workspace_id = l.workspace_id and p.id = l.product_id' : '',
    isAsked('customer_type') ? 'left join customer c on c.workspace_id = o.workspace_id and c.id = o.customer_id' : '',
  ];
  return raw(joins.join(' '));
}

function isCounted({ asOf }: Stretch): Sql {
  return sql`not o.is_draft and (o.cancelled_on is null or o.cancelled_on > ${asOf}::date)`;
}

function isIn(column: string, { current, base }: Stretch): Sql {
  return base ? sql`(${within(column, current)} or ${within(column, base)})` : within(column, current);
}

function within(column: string, { from, before }: DayRange): Sql {
  return sql`(${raw(column)} >= ${from}::date and ${raw(column)} < ${before}::date)`;
}
