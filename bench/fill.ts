import { demoCompany } from '#features/data/demo/company.ts';
import type { DemoCompany } from '#features/data/demo/rows.ts';
import { addMonths, type Day } from '#shared/day.ts';
import { identifier, raw, type Sql, sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace, type Workspace } from '#store/workspaces.ts';

/** How much the bench works on. */
export type Volume = Readonly<{ orders: number; deals: number; customers: number; leads: number }>;

type Filling = Readonly<{ store: Store; keyring: Keyring; today: Day; volume: Volume }>;

/** Three years of a large company: people, products and regions of the demo; orders and deals made by the database itself. */
export async function fill({ store, keyring, today, volume }: Filling): Promise<Workspace> {
  const workspace = await createWorkspace(store, keyring, { slug: 'bench', name: '性能测试' });
  const company = demoCompany({ today });
  await store.transaction(async (tx) => {
    for (const entity of copied)
      await upsertRows(tx, keyring, { workspaceId: workspace.id, entity, rows: company[entity] });
    const rows = customers(company, volume.customers);
    await upsertRows(tx, keyring, { workspaceId: workspace.id, entity: 'customer', rows });
    // The rows are right by construction: checking each reference would take longer than writing them.
    await tx.query(sql`set local session_replication_role = replica`);
    await tx.query(helperFunction);
    await tx.query(customerNumbers(workspace.id));
    await tx.query(dayNumbers({ workspaceId: workspace.id, from: addMonths(today, -36), today }));
    await tx.query(productNumbers(workspace.id));
    for (const statement of statements) await tx.query(statement({ workspaceId: workspace.id, today, volume }));
  });
  return workspace;
}

/** Statistics for PostgreSQL's planner: without them its figures would be unfairly slow. */
export async function analyse(store: Store): Promise<void> {
  for (const table of ['sales_order', 'order_line', 'refund', 'opportunity', 'opportunity_event', 'customer', 'lead']) {
    await store.query(sql`vacuum analyze ${identifier(table)}`);
  }
}

const copied = [
  'person',
  'team',
  'team_parent',
  'team_manager',
  'rep_assignment',
  'region',
  'product_line',
  'product',
  'source',
  'pipeline',
  'stage',
] as const satisfies readonly (keyof DemoCompany)[];

/** The demo's customers over and over, under other ids. */
function customers({ customer }: DemoCompany, count: number): DemoCompany['customer'][number][] {
  return Array.from({ length: count }, (_, index) => {
    const like = customer[index % customer.length];
    if (!like) throw new RangeError('the demo has no customers');
    const id = `b${index.toString(36).padStart(6, '0')}`;
    return { ...like, id, code: id, name: `${like.name}${Math.floor(index / customer.length) + 1}部` };
  });
}

/** A number in [0, 1) that depends on the row and the purpose alone. */
const helperFunction = sql`
  create function pg_temp.u(row_number bigint, purpose bigint) returns double precision language sql immutable as
    'select ((hashint8extended(row_number, purpose) % 1000000) + 1000000) % 1000000 / 1000000.0'`;

function customerNumbers(workspaceId: string): Sql {
  return sql`
    create temp table bench_customer on commit drop as
    select row_number() over (order by id) as n, id, region_id, source_id,
           coalesce(owner_id, 'p-00') as rep_id, count(*) over () as total
    from customer where workspace_id = ${workspaceId}`;
}

function dayNumbers({ workspaceId, from, today }: Readonly<{ workspaceId: string; from: Day; today: Day }>): Sql {
  return sql`
    create temp table bench_day on commit drop as
    select row_number() over (order by day) as n, day, count(*) over () as total
    from calendar_day where workspace_id = ${workspaceId} and is_workday and day >= ${from}::date and day <= ${today}::date`;
}

function productNumbers(workspaceId: string): Sql {
  return sql`
    create temp table bench_product on commit drop as
    select row_number() over (order by id) as n, id, list_price, count(*) over () as total
    from product where workspace_id = ${workspaceId}`;
}

type Scale = Readonly<{ workspaceId: string; today: Day; volume: Volume }>;

const orderId = raw("'o' || lpad(to_hex(g), 7, '0')");
const dealId = raw("'d' || lpad(to_hex(g), 7, '0')");

/** Orders come in the order of their days, as they do in life. */
function orderRows({ workspaceId, today, volume }: Scale): Sql {
  return sql`
    insert into sales_order (workspace_id, id, number, customer_id, rep_id, region_id, source_id, is_draft, ordered_on, ordered_minute, cancelled_on)
    select ${workspaceId}, ${orderId}, 'B' || lpad(g::text, 8, '0'), c.id, c.rep_id, c.region_id, c.source_id,
           pg_temp.u(g, 5) < 0.004, d.day, 510 + floor(pg_temp.u(g, 3) * 600),
           case when pg_temp.u(g, 6) < 0.02 then least(d.day + floor(pg_temp.u(g, 4) * 18)::int, ${today}::date) end
    from generate_series(1, ${volume.orders}::bigint) as g
    join bench_customer c on c.n = 1 + floor((select max(n) from bench_customer) * power(pg_temp.u(g, 1), 1.7))::bigint
    join bench_day d on d.n = 1 + (g - 1) * (select max(n) from bench_day) / ${volume.orders}::bigint`;
}

function lineRows({ workspaceId, volume }: Scale): Sql {
  return sql`
    insert into order_line (workspace_id, id, order_id, line_number, product_id, quantity, amount, cost)
    select ${workspaceId}, ${orderId} || '.' || l, ${orderId}, l, p.id, q.quantity,
           round(p.list_price * q.quantity * (0.9 + 0.1 * pg_temp.u(g, 20 + l))::numeric, 2),
           round(p.list_price * q.quantity * 0.6, 2)
    from generate_series(1, ${volume.orders}::bigint) as g
    cross join lateral generate_series(1, case when pg_temp.u(g, 7) < 0.15 then 2 else 1 end) as l
    cross join lateral (select 1 + floor(power(pg_temp.u(g, 30 + l), 3) * 40)::int as quantity) as q
    join bench_product p on p.n = 1 + floor((select max(n) from bench_product) * pg_temp.u(g, 10 + l))::bigint`;
}

function refundRows({ workspaceId, today }: Scale): Sql {
  return sql`
    insert into refund (workspace_id, id, order_id, order_line_id, refunded_on, amount, reason)
    select ${workspaceId}, 'r' || l.id, l.order_id, l.id, least(o.ordered_on + 20, ${today}::date), round(l.amount / 2, 2), '质量问题'
    from order_line l
    join sales_order o on o.workspace_id = l.workspace_id and o.id = l.order_id
    where l.workspace_id = ${workspaceId} and l.line_number = 1 and hashtextextended(l.id, 8) % 1000 between 0 and 29`;
}

function dealRows({ workspaceId, volume }: Scale): Sql {
  return sql`
    insert into opportunity (workspace_id, id, code, customer_id, pipeline_id, product_id, source_id, region_id, created_on)
    select ${workspaceId}, ${dealId}, ${dealId}, c.id, 'main', p.id, c.source_id, c.region_id, d.day
    from generate_series(1, ${volume.deals}::bigint) as g
    join bench_customer c on c.n = 1 + floor((select max(n) from bench_customer) * pg_temp.u(g, 41))::bigint
    join bench_product p on p.n = 1 + floor((select max(n) from bench_product) * pg_temp.u(g, 42))::bigint
    join bench_day d on d.n = 1 + (g - 1) * (select max(n) from bench_day) / ${volume.deals}::bigint`;
}

/** A deal passes up to four stages, ten days or so in each, and one in four is won. */
function eventRows({ workspaceId, today }: Scale): Sql {
  return sql`
    insert into opportunity_event
      (workspace_id, id, opportunity_id, seq, kind, on_day, minute, status, stage_id, owner_id, amount, expected_close_on, lost_reason)
    select ${workspaceId}, e.deal || '-' || e.seq, e.deal, e.seq, e.kind, e.on_day, 600, e.status, e.stage, e.rep_id, e.amount,
           e.created + 60, case when e.kind = 'lost' then '价格' end
    from (
      select x.deal, x.created, x.rep_id, x.amount, v.kind, v.status, v.stage, x.created + v.after as on_day,
             row_number() over (partition by x.deal order by v.place)::int as seq
      from (
        select o.id as deal, o.created_on as created, c.rep_id, pg_temp.u(hashtext(o.id), 51) as fate,
               pg_temp.u(hashtext(o.id), 52) as pace,
               1000 * (20 + floor(power(pg_temp.u(hashtext(o.id), 53), 3) * 900))::numeric as amount
        from opportunity o
        join bench_customer c on c.id = o.customer_id
        where o.workspace_id = ${workspaceId}
      ) as x
      cross join lateral (values
        (1, 'created', 'open', 's1', 0, true),
        (2, 'stage', 'open', 's1', 0, true),
        (3, 'stage', 'open', 's2', 2 + floor(x.pace * 20)::int, x.fate < 0.65),
        (4, 'stage', 'open', 's3', 4 + floor(x.pace * 45)::int, x.fate < 0.45),
        (5, 'stage', 'open', 's4', 6 + floor(x.pace * 70)::int, x.fate < 0.32),
        (6, case when x.fate < 0.24 then 'won' when x.fate > 0.9 then 'disqualified' else 'lost' end,
            case when x.fate < 0.24 then 'won' when x.fate > 0.9 then 'disqualified' else 'lost' end,
            case when x.fate < 0.24 then 'won' when x.fate > 0.9 then 'invalid' else 'lost' end,
            8 + floor(x.pace * 100)::int, true)
      ) as v(place, kind, status, stage, after, happens)
      where v.happens and x.created + v.after <= ${today}::date
    ) as e`;
}

function leadRows({ workspaceId, volume }: Scale): Sql {
  return sql`
    insert into lead (workspace_id, id, owner_id, source_id, region_id, created_on, created_minute, responded_on, responded_minute, valid_on)
    select ${workspaceId}, 'l' || lpad(to_hex(g), 7, '0'), c.rep_id, c.source_id, c.region_id, d.day, 600, d.day, 660,
           case when pg_temp.u(g, 61) < 0.5 then d.day end
    from generate_series(1, ${volume.leads}::bigint) as g
    join bench_customer c on c.n = 1 + floor((select max(n) from bench_customer) * pg_temp.u(g, 62))::bigint
    join bench_day d on d.n = 1 + (g - 1) * (select max(n) from bench_day) / ${volume.leads}::bigint`;
}

/** TRAP: without fresh statistics the next statement joins a million rows one by one. */
const counted = (table: string) => () => sql`analyze ${identifier(table)}`;

const statements = [
  orderRows,
  counted('sales_order'),
  lineRows,
  counted('order_line'),
  refundRows,
  dealRows,
  counted('opportunity'),
  eventRows,
  leadRows,
];
