import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Day } from '#shared/day.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { raw, sql } from '#shared/sql.ts';
import { waterfallDays, waterfallQuestion, waterfallTables } from './waterfall.ts';
import { type WaterfallRow, walkTables, waterfallRows } from './waterfall-sql.ts';

/** Which rows of a waterfall are listed, and from where on. */
export const waterfallDealsQuestion = waterfallQuestion.extend({
  steps: z.array(z.enum(waterfallRows)).min(1).max(waterfallRows.length),
  offset: z.int().min(0).max(1_000_000).optional(),
  limit: z.int().min(1).max(500).optional(),
});

export type WaterfallDealsQuestion = z.infer<typeof waterfallDealsQuestion>;

/** A deal behind a step: what it adds, and what it was worth and when it was to close, on the eve and at the end. */
type WaterfallDeal = Readonly<{
  step: WaterfallRow;
  id: string;
  name: string | null;
  customerId: string | null;
  customer: string | null;
  rep: string | null;
  stage: string | null;
  value: Money;
  amountBefore: Money | null;
  amountAfter: Money | null;
  closeBefore: Day | null;
  closeAfter: Day | null;
}>;

/** A page of deals, largest first; `sum` and `total` are of all of them. */
export type WaterfallDeals = Readonly<{
  deals: readonly WaterfallDeal[];
  total: number;
  sum: Money;
  next: number | null;
}>;

/** The deals behind steps of a waterfall; they add up to the steps. */
export async function waterfallDeals(asking: Asking, question: WaterfallDealsQuestion): Promise<WaterfallDeals> {
  const { steps, offset = 0, limit = 100, where } = question;
  const days = await waterfallDays(asking, question);
  const rows = await runOverRows(
    asking,
    waterfallTables(days, where),
    sql`, ${walkTables(days.between, days.closing)}, listed as (
      select *, count(*) over () as total, cast(sum(value) over () as decimal(38, 4)) as whole
      from walk where step in (select unnest(${[...steps]}::varchar[]))
      order by abs(value) desc, id, step
      limit ${raw(String(Math.trunc(limit)))} offset ${raw(String(Math.trunc(offset)))}
    )
    select w.total, w.whole, w.step, w.id, coalesce(l.name, s.name), coalesce(l.customer_id, s.customer_id), c.name, p.name, g.name,
      cast(w.value as decimal(18, 4)), s.amount, l.amount, s.close_on, l.close_on
    from listed w
    left join before_rows s on s.id = w.id
    left join later l on l.id = w.id
    left join customer c on c.id = coalesce(l.customer_id, s.customer_id)
    left join person p on p.id = if(l.id is null, s.rep_id, l.rep_id)
    left join stage g on g.id = if(l.id is null, s.stage_id, l.stage_id)
    order by abs(w.value) desc, w.id, w.step`,
  );
  const [total, sum] = rows[0] ?? [0, '0'];
  const shown = offset + rows.length;
  return {
    deals: rows.map(dealOf),
    total: Number(total),
    sum: moneyOf(unitsOf(String(sum))),
    next: shown < Number(total) ? shown : null,
  };
}

function dealOf([, , step, id, name, customerId, customer, rep, stage, ...rest]: readonly unknown[]): WaterfallDeal {
  const [value, amountBefore, amountAfter, closeBefore, closeAfter] = rest;
  return {
    step: step as WaterfallRow,
    id: String(id),
    name: text(name),
    customerId: text(customerId),
    customer: text(customer),
    rep: text(rep),
    stage: text(stage),
    value: moneyOf(unitsOf(String(value))),
    amountBefore: text(amountBefore) as Money | null,
    amountAfter: text(amountAfter) as Money | null,
    closeBefore: text(closeBefore) as Day | null,
    closeAfter: text(closeAfter) as Day | null,
  };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
