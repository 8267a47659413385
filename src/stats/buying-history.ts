/**
 * What the buying models know of a customer: `repeats` days with an order after the first one (x), `recency` from the first
 * to the last of them (t_x; 0 without repeats), `observed` from the first to today (T). Times in one unit for all customers.
 */
export type BuyingHistory = Readonly<{ repeats: number; recency: number; observed: number }>;

const daysInWeek = 7;

/**
 * History in weeks from the day numbers of a customer's orders, in any order; null before the first order. Several orders
 * on one day are one, as in Fader, Hardie & Lee 2005; orders after `asOfDay` are not known yet.
 */
export function buyingHistory(orderDays: readonly number[], asOfDay: number): BuyingHistory | null {
  const days = [...new Set(orderDays.filter((day) => day <= asOfDay))].sort((left, right) => left - right);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    repeats: days.length - 1,
    recency: (last - first) / daysInWeek,
    observed: (asOfDay - first) / daysInWeek,
  };
}
