import type { Replica } from '#replica/replica.ts';
import { addDays, type Day, type DayRange } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';

/** From the first to the last day on which anything happened; null when nothing ever did. */
export async function dataDays(replica: Pick<Replica, 'run'>): Promise<DayRange | null> {
  const { rows } = await replica.run(sql`
    select min(first_on), max(last_on) from (
      select min(ordered_on) first_on, max(ordered_on) last_on from sale_order
      union all select min(refunded_on), max(refunded_on) from refund_fact
      union all select min(paid_on), max(paid_on) from payment_fact
      union all select min(invoiced_on), max(invoiced_on) from invoice_fact
      union all select min(created_on), max(created_on) from deal
      union all select min(status_on), max(status_on) from deal
      union all select min(created_on), max(created_on) from lead_fact
      union all select min(on_day), max(on_day) from interaction_fact)`);
  const [from, last] = rows[0] ?? [];
  return typeof from === 'string' && typeof last === 'string'
    ? { from: from as Day, before: addDays(last as Day, 1) }
    : null;
}
