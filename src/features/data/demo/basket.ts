import { lines, type Product, products } from './assortment.ts';
import type { Customer } from './customers.ts';
import type { Chance } from './random.ts';
import type { Season } from './season.ts';
import { refuses, type Trouble } from './trouble.ts';

type Shopping = Readonly<{ customer: Customer; epoch: number; season: Season; trouble: Trouble }>;

/** The product line the customer turns to on the day; null when it wanted one that it no longer buys from us. */
export function lineOn(shopping: Shopping, by: Chance): string | null {
  const years = (shopping.epoch - shopping.season.first) / 365;
  const line = by.weighted(
    lines,
    lines.map((each, index) => (shopping.customer.lineWeights[index] ?? 0) * Math.exp(each.drift * years)),
  );
  return refuses({ customer: shopping.customer, lineId: line.id, epoch: shopping.epoch, trouble: shopping.trouble }, by)
    ? null
    : line.id;
}

/** One line of an order. Money in cents. */
export type BasketLine = Readonly<{
  product: Product;
  quantity: number;
  amount: number;
  discount: number;
  cost: number;
}>;

/** About `total` yuan worth of goods in one to five lines; `first` is bought in any case. Empty when nothing is wanted any more. */
export function basket(
  shopping: Shopping,
  want: Readonly<{ total: number; first: Product | null }>,
  by: Chance,
): BasketLine[] {
  const count = by.weighted([1, 2, 3, 4, 5], [0.43, 0.28, 0.17, 0.08, 0.04]);
  const shares = Array.from({ length: count }, (_, index) => by.between(0.3, 1) * (index === 0 && want.first ? 4 : 1));
  const sum = shares.reduce((total, share) => total + share, 0);
  const made = shares.flatMap((share, index) => {
    const product = index === 0 && want.first ? want.first : productOn(shopping, by);
    return product ? [basketLine(product, (want.total * share) / sum, by)] : [];
  });
  return merged(made);
}

function productOn(shopping: Shopping, by: Chance): Product | null {
  const lineId = lineOn(shopping, by);
  return lineId === null ? null : by.pick(products.filter((product) => product.lineId === lineId));
}

function basketLine(product: Product, worth: number, by: Chance): BasketLine {
  const quantity = Math.max(1, Math.round(worth / product.listPrice));
  const listed = quantity * product.listPrice * 100;
  const discount = by.happens(0.3) ? Math.round((listed * by.between(0.02, 0.12)) / 100) * 100 : 0;
  const cost = Math.round(listed * product.costShare * by.between(0.94, 1.06) * 0.97);
  return { product, quantity, amount: listed - discount, discount, cost };
}

/** The same product twice in an order is one line. */
function merged(made: readonly BasketLine[]): BasketLine[] {
  const byProduct = new Map<string, BasketLine>();
  for (const line of made) {
    const known = byProduct.get(line.product.id);
    byProduct.set(line.product.id, known ? sum(known, line) : line);
  }
  return [...byProduct.values()];
}

function sum(left: BasketLine, right: BasketLine): BasketLine {
  return {
    product: left.product,
    quantity: left.quantity + right.quantity,
    amount: left.amount + right.amount,
    discount: left.discount + right.discount,
    cost: left.cost + right.cost,
  };
}
