import type { ValueAndGradient } from './bfgs.ts';
import { digamma, logGamma } from './log-gamma.ts';
import { likeliest } from './maximum-likelihood.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** What a customer spends: `purchases` of known value (x) and their mean `amount`, in any one currency. */
export type Spending = Readonly<{ purchases: number; amount: number }>;

/**
 * How amounts vary: within a customer as a gamma of shape p, between customers as a gamma of shape q and scale v (in units
 * of the amount).
 */
type SpendingParameters = Readonly<{ p: number; q: number; v: number }>;

/** A fitted model; `customers` were used, the others have no amount above zero. */
type FittedSpending = Readonly<{
  kind: 'fitted';
  parameters: SpendingParameters;
  logLikelihood: number;
  customers: number;
  atEdge: boolean;
}>;

const minCustomers = 30;

/**
 * Gamma-Gamma model of the amount of a purchase (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value"), fitted by
 * maximum likelihood to customers who bought again: give the number and the mean of their *repeat* purchases. Customers
 * without purchases or with a mean of zero or less (gifts, returns) are left out. Needs 30 customers.
 * TRAP: it holds where how often and how much are unrelated.
 */
export function fitGammaGamma(
  customers: readonly Spending[],
): FittedSpending | NotEnoughData | Readonly<{ kind: 'not_converged' }> {
  const used = customers.filter(({ purchases, amount }) => purchases > 0 && amount > 0);
  if (used.length < minCustomers) return notEnoughData(minCustomers, used.length);
  const scale = used.reduce((sum, { amount }) => sum + amount, 0) / used.length;
  const scaled = used.map(({ purchases, amount }) => ({ purchases, amount: amount / scale }));
  const found = likeliest((parameters) => meanLogLikelihood(scaled, parameters), [2, 2, 1]);
  if (!found) return { kind: 'not_converged' };
  const [p = 0, q = 0, v = 0] = found.parameters;
  return {
    kind: 'fitted',
    parameters: { p, q, v: v * scale },
    logLikelihood: used.length * (found.value - Math.log(scale)),
    customers: used.length,
    atEdge: found.atEdge,
  };
}

/**
 * Mean amount to expect of the customer's purchases to come: between the own mean and everyone's, the nearer to the own the
 * more purchases there are (Fader & Hardie 2013, equation 5). Zero purchases give everyone's mean; null where it is infinite
 * (p x + q ≤ 1: a few amounts outweigh all others).
 */
export function expectedAmount({ p, q, v }: SpendingParameters, { purchases, amount }: Spending): number | null {
  const evidence = p * purchases + q - 1;
  if (evidence <= 0) return null;
  return (p * (v + purchases * amount)) / evidence;
}

/**
 * Mean log-likelihood of a customer and its derivatives by (p, q, v): the density of the mean m of x purchases is
 * Γ(px+q) / (Γ(px) Γ(q)) · v^q m^(px−1) x^(px) / (v+mx)^(px+q) (ibid., equation 1a).
 */
function meanLogLikelihood(customers: readonly Spending[], [p = 1, q = 1, v = 1]: readonly number[]): ValueAndGradient {
  const shapes = gammaValues(customers, p, q);
  const [ofQ, slopeOfQ] = [logGamma(q), digamma(q)];
  let [sum, byP, byQ, byV] = [0, 0, 0, 0];
  for (const { purchases, amount } of customers) {
    const shape = shapes.get(purchases) ?? nothing;
    const spent = purchases * amount;
    const [ofV, ofSpent, ofBoth] = [Math.log(v), Math.log(spent), Math.log(v + spent)];
    const power = p * purchases;
    sum += shape.value - ofQ + q * ofV + power * ofSpent - Math.log(amount) - (power + q) * ofBoth;
    byP += purchases * (shape.byShape + ofSpent - ofBoth);
    byQ += shape.byQ - slopeOfQ + ofV - ofBoth;
    byV += q / v - (power + q) / (v + spent);
  }
  const mean = (total: number) => total / customers.length;
  return { value: mean(sum), gradient: [mean(byP), mean(byQ), mean(byV)] };
}

const nothing = { value: 0, byShape: 0, byQ: 0 };

/** What depends on the number of purchases alone, once for each number: log Γ(px+q)/Γ(px) and its derivatives. */
function gammaValues(customers: readonly Spending[], p: number, q: number): Map<number, typeof nothing> {
  const values = new Map<number, typeof nothing>();
  for (const { purchases } of customers) {
    if (values.has(purchases)) continue;
    const shape = p * purchases;
    const byQ = digamma(shape + q);
    values.set(purchases, { value: logGamma(shape + q) - logGamma(shape), byShape: byQ - digamma(shape), byQ });
  }
  return values;
}
