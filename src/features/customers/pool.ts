import { runOverRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { inequality } from '#stats/inequality.ts';
import { claimDays } from './claim.ts';
import type { PoolRules } from './customer-rules.ts';
import { type PageQuestion, pagePlan } from './page-question.ts';
import { type RepInView, repsInView } from './reps-in-view.ts';
import type { CustomerViewer } from './seen-customers.ts';

/** What a rep took from the pool. */
type Claimer = Pick<RepInView, 'id' | 'name'> &
  Readonly<{
    /** In the last 30 days, which the limit is about, and in the last year. */
    claims30Days: number;
    claims: number;
    /** Claims of the year after which the customer ordered. */
    conversions: number;
    held: number;
  }>;

/** How fairly the pool is shared. */
export type PoolShares = Readonly<{
  rules: PoolRules;
  reps: readonly Claimer[];
  /** Of the year's claims over the reps in service; null where nobody claimed. */
  gini: number | null;
}>;

const yearDays = 365;

/** Claims, conversions and customers held by each rep in service whom the viewer sees. */
export async function poolShares(
  { asking }: CustomerViewer,
  question: PageQuestion,
  rules: PoolRules,
): Promise<PoolShares> {
  const page = await pagePlan(asking, question);
  const [people, counts] = await Promise.all([repsInView(asking, page), claimCounts({ asking }, page.asOf)]);
  const reps = people
    .filter(({ isInService }) => isInService)
    .map(({ id, name }) => ({
      id,
      name,
      ...(counts.get(id) ?? { claims30Days: 0, claims: 0, conversions: 0, held: 0 }),
    }))
    .sort((left, right) => right.claims - left.claims || right.held - left.held);
  const spread = inequality(reps.map(({ claims }) => claims));
  return { rules, reps, gini: spread.kind === 'inequality' ? spread.gini : null };
}

type Counts = Omit<Claimer, 'id' | 'name'>;

async function claimCounts(
  { asking }: Pick<CustomerViewer, 'asking'>,
  asOf: Day,
): Promise<ReadonlyMap<string, Counts>> {
  const from = addDays(asOf, -yearDays);
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'bought',
        question: { measures: ['order_count'], period: { from, before: asOf } },
        columns: 'f.customer_id, f.ordered_on',
      },
    ],
    sql`,
    claim as (
      select e.owner_id, e.on_day,
        exists (select 1 from bought b where b.customer_id = e.customer_id and b.ordered_on >= e.on_day) as converted
      from customer_event e
      where e.kind = 'claimed' and e.on_day >= ${dayLiteral(from)} and e.on_day < ${dayLiteral(asOf)}),
    held as (select owner_id, count(*) as n from customer where owner_id is not null group by owner_id)
    select coalesce(c.owner_id, h.owner_id), coalesce(c.recent, 0), coalesce(c.n, 0), coalesce(c.converted, 0), coalesce(h.n, 0)
    from (
      select owner_id, count(*) as n, count(*) filter (converted) as converted,
        count(*) filter (on_day >= ${dayLiteral(addDays(asOf, -claimDays))}) as recent
      from claim group by owner_id) c
    full join held h on h.owner_id = c.owner_id`,
  );
  return new Map(
    rows.map(([id, claims30Days, claims, conversions, held]) => [
      String(id),
      {
        claims30Days: Number(claims30Days),
        claims: Number(claims),
        conversions: Number(conversions),
        held: Number(held),
      },
    ]),
  );
}
