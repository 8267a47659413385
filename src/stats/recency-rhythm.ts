import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { quantile } from './quantiles.ts';

/** How long a customer has been silent, against the own rhythm; all in days. */
type BuyingRhythm = Readonly<{
  kind: 'rhythm';
  silentDays: number;
  medianGapDays: number;
  p90GapDays: number;
  thresholdDays: number;
  isSilent: boolean;
}>;

const minOrders = 3;
const usualFactor = 2;
/** A quantile between two days misses a whole day by some 1e-14. */
const rounding = 1e-9;

/** What the rhythm is told from: days with an order, days since the last of them, median and P90 of the gaps (null: no gap). */
export type Gaps = Readonly<{
  orderDays: number;
  silentDays: number;
  medianGapDays: number | null;
  p90GapDays: number | null;
}>;

/**
 * Has a customer been silent longer than the own rhythm explains: longer than max(factor × median gap, P90 of the gaps)
 * between days with an order (METRICS 32)? From day numbers in any order; orders after `asOfDay` are not known yet. Needs 3
 * days with an order.
 */
export function buyingRhythm(
  orderDays: readonly number[],
  asOfDay: number,
  factor: number = usualFactor,
): BuyingRhythm | NotEnoughData {
  const days = [...new Set(orderDays.filter((day) => day <= asOfDay))].sort((left, right) => left - right);
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const silentDays = asOfDay - (days.at(-1) ?? asOfDay);
  const [medianGapDays, p90GapDays] = [quantile(gaps, 0.5), quantile(gaps, 0.9)];
  return rhythmOfGaps({ orderDays: days.length, silentDays, medianGapDays, p90GapDays }, factor);
}

/** The same from gaps that were summed up elsewhere, such as in SQL. */
export function rhythmOfGaps(
  { orderDays, silentDays, medianGapDays, p90GapDays }: Gaps,
  factor: number = usualFactor,
): BuyingRhythm | NotEnoughData {
  if (orderDays < minOrders || medianGapDays === null || p90GapDays === null)
    return notEnoughData(minOrders, orderDays);
  const thresholdDays = Math.max(factor * medianGapDays, p90GapDays);
  return {
    kind: 'rhythm',
    silentDays,
    medianGapDays,
    p90GapDays,
    thresholdDays,
    isSilent: silentDays > thresholdDays + rounding,
  };
}
