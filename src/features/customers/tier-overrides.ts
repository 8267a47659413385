import type { Asking } from '#features/ask.ts';
import { dayLiteral } from '#semantic/side.ts';
import type { Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { ValueTier } from '#stats/value-tiers.ts';

/** A tier that someone gave by hand, and why. */
export type TierOverride = Readonly<{ tier: ValueTier; on: Day; reason: string | null; by: string | null }>;

/** The tiers given by hand that hold before `asOf`, by customer. */
export async function tierOverrides({ replica }: Asking, asOf: Day): Promise<ReadonlyMap<string, TierOverride>> {
  const { rows } = await replica.run(sql`
    select customer_id, tier, on_day, reason, by_name
    from customer_event
    where kind in ('tier', 'tier_cleared') and on_day < ${dayLiteral(asOf)}
    qualify row_number() over (partition by customer_id order by on_day desc, minute desc nulls last, id desc) = 1`);
  return new Map(
    rows.flatMap(([id, tier, on, reason, by]): [string, TierOverride][] =>
      isTier(tier) ? [[String(id), { tier, on: on as Day, reason: textOf(reason), by: textOf(by) }]] : [],
    ),
  );
}

function isTier(value: unknown): value is ValueTier {
  return value === 'a' || value === 'b' || value === 'c';
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
