import { addMonths, type Day, dayOfEpoch } from '#shared/day.ts';
import { channels } from './assortment.ts';
import type { SourceCostRow } from './rows.ts';
import type { Season } from './season.ts';

const growthAMonth = 0.008;

/** What every source cost in every month that has begun, a little more each time. */
export function sourceCosts({ first, last }: Pick<Season, 'first' | 'last'>): readonly SourceCostRow[] {
  const [start, today] = [dayOfEpoch(first), dayOfEpoch(last)];
  const months: Day[] = [];
  for (let month = start; month <= today; month = addMonths(start, months.length)) months.push(month);
  return channels.flatMap(({ id, monthlyCost }) =>
    months.map((month, index) => ({
      id: `cost-${id}-${month}`,
      source_id: id,
      month_on: month,
      amount: `${Math.round((monthlyCost * (1 + growthAMonth) ** index) / 100) * 100}.00`,
    })),
  );
}
