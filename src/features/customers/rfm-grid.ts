import type { Day, DayRange } from '#shared/day.ts';
import { type Money, moneyOf } from '#shared/money.ts';
import type { Segment } from './customer-book.ts';
import type { TierRules } from './customer-rules.ts';
import { type CustomerInView, customersInView } from './customers-in-view.ts';
import type { PageQuestion } from './page-question.ts';
import type { CustomerViewer } from './seen-customers.ts';

type Part = Readonly<{ customers: number; revenue: Money }>;

/** The customers of the page by recency and value (METRICS 29); segments add up to the total, cells to the scored ones. */
export type RfmGrid = Readonly<{
  asOf: Day;
  year: DayRange;
  /** `value` is the mean of the quintiles of frequency and revenue, rounded down. */
  cells: readonly (Readonly<{ recency: number; value: number }> & Part)[];
  segments: readonly (Readonly<{ segment: Segment }> & Part)[];
  total: Part;
}>;

const segments: readonly Segment[] = [
  'champions',
  'loyal',
  'potential',
  'new',
  'at_risk',
  'hibernating',
  'lost',
  'silent',
  'unscored',
];

/** The grid of the page's customers; quintiles are those among all customers, so that a word means the same to everyone. */
export async function rfmGrid(viewer: CustomerViewer, question: PageQuestion, rules: TierRules): Promise<RfmGrid> {
  const { page, year, customers } = await customersInView(viewer, question, rules);
  const cells = grouped(customers, ({ score }) => score && `${score.r}${valueBand(score)}`);
  const bySegment = grouped(customers, ({ segment }) => segment);
  return {
    asOf: page.asOf,
    year,
    cells: [...cells].map(([key, part]) => ({ recency: Number(key[0]), value: Number(key[1]), ...part })),
    segments: segments.flatMap((segment) => {
      const part = bySegment.get(segment);
      return part ? [{ segment, ...part }] : [];
    }),
    total: partOf(customers),
  };
}

/** The place of a customer on the value axis of the grid. */
export function valueBand({ f, m }: Readonly<{ f: number; m: number }>): number {
  return Math.floor((f + m) / 2);
}

/** Customers counted and their revenue summed per key; those without a key are left out. */
export function grouped<Key extends string>(
  customers: readonly CustomerInView[],
  keyOf: (customer: CustomerInView) => Key | null,
): ReadonlyMap<Key, Part> {
  const groups = Map.groupBy(customers, keyOf);
  return new Map([...groups].flatMap(([key, each]): [Key, Part][] => (key === null ? [] : [[key, partOf(each)]])));
}

function partOf(customers: readonly CustomerInView[]): Part {
  return {
    customers: customers.length,
    revenue: moneyOf(BigInt(customers.reduce((sum, { revenue }) => sum + revenue, 0))),
  };
}
