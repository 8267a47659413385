import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Fact } from '#semantic/define.ts';
import { filterCondition, inScope } from '#semantic/filter-sql.ts';
import type { ParsedFilter } from '#semantic/parse.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { join, raw, type Sql, sql } from '#shared/sql.ts';
import { netRevenue, type PagePlan, type PageQuestion } from './page-question.ts';

/** A customer that the viewer may see and the filters leave. */
export type SeenCustomer = Readonly<{
  id: string;
  /** Today's owner; null in the pool. */
  ownerId: string | null;
  /** Whether the viewer sees the owner's rows, and so may know who it is. */
  isOwnerSeen: boolean;
  /** Net revenue of the rows that the viewer may see, in ten-thousandths. */
  revenue: number;
}>;

/** Who looks at customers; the pool is seen with `customers.pool`. */
export type CustomerViewer = Readonly<{ asking: Asking }>;

/** Customers as rows that filters are written against: people are their owners today. */
const customerFact: Pick<Fact, 'links'> = {
  links: { customer: 'f.id', rep: 'f.owner_id', region: 'f.region_id', source: 'f.source_id' },
};

/** What is looked at, and by whom. */
export type Seeing = CustomerViewer & Readonly<{ question: PageQuestion; page: PagePlan; within: DayRange }>;

/**
 * The customers of the page with their revenue `within` a range. A customer is seen by whoever sees its owner's rows or a row of
 * its own (an order, a deal), one of the pool with `customers.pool`. Filters by people, region, source and kind are about the
 * customer; one by product keeps those who bought it.
 */
export async function seenCustomers(seeing: Seeing): Promise<readonly SeenCustomer[]> {
  const { asking, question, page, within } = seeing;
  const ofProducts = page.where.some(isOfRows);
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'net',
        question: {
          measures: [netRevenue],
          period: within,
          where: question.where?.filter((_, at) => rowFilter(page, at)),
        },
        columns: 'f.customer_id, f.amount',
      },
    ],
    sql`,
    spent as (
      select customer_id, sum(amount * 10000)::bigint as v from net where customer_id is not null group by customer_id)
    select f.id, f.owner_id, coalesce(${ownerSeen(seeing)}, false), coalesce(s.v, 0)
    from customer f ${raw(ofProducts ? '' : 'left ')}join spent s on s.customer_id = f.id
    where ${join([isKnown(page.asOf), isSeen(seeing), ...conditions(seeing)], '\n      and ')}`,
  );
  return rows.map(([id, ownerId, isOwnerSeen, revenue]) => ({
    id: String(id),
    ownerId: ownerId === null ? null : String(ownerId),
    isOwnerSeen: isOwnerSeen === true,
    revenue: Number(revenue),
  }));
}

/** TRAP: a filter by people is about the owner; the revenue of a customer handed over would vanish if it were about the rows too. */
function rowFilter({ where }: PagePlan, at: number): boolean {
  const filter = where[at];
  return filter !== undefined && isOfRows(filter);
}

function isOfRows({ dimension }: ParsedFilter): boolean {
  return customerFact.links[dimension.link] === undefined;
}

function isKnown(asOf: Day): Sql {
  return sql`(f.created_on is null or f.created_on < ${dayLiteral(asOf)} or s.v is not null)`;
}

function conditions(seeing: Seeing): readonly Sql[] {
  return seeing.page.where.filter((filter) => !isOfRows(filter)).map((filter) => condition(seeing, filter));
}

/** TRAP: an owner out of sight must not be found by guessing: filters by people know only owners whom the viewer sees, and nobody. */
function condition(seeing: Seeing, filter: ParsedFilter): Sql {
  const { asOf } = seeing.page;
  if (filter.dimension.link !== 'rep' || seeing.asking.scope.kind === 'all') {
    return filterCondition(filter, context(asOf));
  }
  const holds = filterCondition({ ...filter, not: false }, context(asOf));
  const found = sql`(${holds} and (f.owner_id is null or coalesce(${ownerSeen(seeing)}, false)))`;
  return filter.not ? sql`not ${found}` : found;
}

function context(asOf: Day) {
  // Only the links of the fact are read.
  return { fact: customerFact as Fact, day: dayLiteral(addDays(asOf, -1)), restatedOn: null };
}

function ownerSeen({ asking, page }: Seeing): Sql {
  return inScope(asking.scope, context(page.asOf)) ?? raw('true');
}

function isSeen(seeing: Seeing): Sql {
  const { asking, page } = seeing;
  if (asking.scope.kind === 'all') return raw('true');
  const pool = asking.permissions.includes('customers.pool') ? sql` or f.owner_id is null` : raw('');
  return sql`(${ownerSeen(seeing)}${pool} or f.id in (${ownRows(page.asOf)}))`;
}

/** Customers with an order or a deal of people whom the viewer sees; `visible` stands in the statement. */
function ownRows(asOf: Day): Sql {
  const before = dayLiteral(asOf);
  return sql`
      select o.customer_id from sale_order o join visible v on v.person_id = o.rep_id
      where not o.is_draft and o.ordered_on < ${before} and o.ordered_on >= v.from_on and o.ordered_on < v.before_on and o.customer_id is not null
      union
      select d.customer_id from deal d join visible v on v.person_id = d.rep_id
      where d.from_on < ${before} and d.from_on < v.before_on and d.before_on > v.from_on and d.customer_id is not null`;
}
