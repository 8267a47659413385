import type { Asking } from '#features/ask.ts';
import { sql } from '#shared/sql.ts';
import { wilson95 } from '#stats/wilson.ts';

/** A kind of customers in a region, of whom surely more are warned of than of all. */
export type WarnedMost = Readonly<{
  region: string;
  type: string;
  customers: number;
  warned: number;
  /** The share of all customers. */
  base: number;
}>;

type Ids = Readonly<{ living: readonly string[]; warned: readonly string[] }>;

const fewestCustomers = 20;

/**
 * Where warnings gather: among kinds of customers by region with at least 20 living customers, the one whose lower 95 % bound is
 * highest, when that is above the share of all; null when warnings are spread evenly.
 */
export async function warnedMost({ replica }: Asking, { living, warned }: Ids): Promise<WarnedMost | null> {
  if (living.length === 0) return null;
  const base = warned.length / living.length;
  const { rows } = await replica.run(sql`
    with warned as (select unnest(${[...warned]}::varchar[]) as id)
    select g.name, c.type, count(*), count(w.id)
    from (select unnest(${[...living]}::varchar[]) as id) l
    join customer c on c.id = l.id
    join region r on r.id = c.region_id
    join region g on g.id = r.root_id
    left join warned w on w.id = c.id
    where c.type is not null
    group by g.name, c.type
    having count(*) >= ${fewestCustomers}
    order by g.name, c.type`);
  const cells = rows
    .map(([region, type, customers, hits]) => ({
      cell: { region: String(region), type: String(type), customers: Number(customers), warned: Number(hits), base },
      low: wilson95(Number(hits), Number(customers))?.low ?? 0,
    }))
    .filter(({ low }) => low > base);
  return cells.toSorted((left, right) => right.low - left.low)[0]?.cell ?? null;
}
