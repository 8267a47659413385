import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** A dated amount of a customer (order, less returns), on a day number. */
export type DatedAmount = Readonly<{ day: number; amount: number }>;

/** When a fall is a warning: the last `recentDays` bring less than the norm by the share `drop` or more. */
type DropRule = Readonly<{ recentDays: number; drop: number }>;

/** Recent revenue against what the customer's 12 months before would bring in as many days; `change` −0.3 is 30 % less. */
type AmountDrop = Readonly<{ kind: 'amounts'; recent: number; norm: number; change: number; isDown: boolean }>;

const usual: DropRule = { recentDays: 90, drop: 0.3 };
const yearDays = 365;
/** Sums of amounts miss a round share by some 1e-16. */
const rounding = 1e-12;

/**
 * Has a customer's revenue fallen against the own norm (METRICS 32)? The norm is the revenue of the 365 days before the
 * recent ones, for as many days. Days lie in (asOf − recentDays, asOf]. Needs a first amount before the norm's year began,
 * in days of history, and a norm above 0.
 */
export function amountDrop(
  amounts: readonly DatedAmount[],
  asOfDay: number,
  { recentDays, drop }: DropRule = usual,
): AmountDrop | NotEnoughData {
  const known = amounts.filter(({ day }) => day <= asOfDay);
  const history = known.reduce((longest, { day }) => Math.max(longest, asOfDay - day), 0);
  const need = recentDays + yearDays;
  if (history < need) return notEnoughData(need, history);
  const between = (after: number, until: number) =>
    known.reduce((sum, { day, amount }) => (day > after && day <= until ? sum + amount : sum), 0);
  const recent = between(asOfDay - recentDays, asOfDay);
  const norm = (between(asOfDay - need, asOfDay - recentDays) * recentDays) / yearDays;
  if (norm <= 0) return notEnoughData(1, 0);
  const change = recent / norm - 1;
  return { kind: 'amounts', recent, norm, change, isDown: change <= rounding - drop };
}
