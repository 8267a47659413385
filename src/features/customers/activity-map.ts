import type { Day, DayRange } from '#shared/day.ts';
import type { Money } from '#shared/money.ts';
import { type ContactKind, customerKinds, effortKinds, halfLifeDays } from './activity-rules.ts';
import type { TierRules } from './customer-rules.ts';
import { type CustomerInView, customersInView, type Quadrant, quietBelow } from './customers-in-view.ts';
import { type ListedCustomer, listedCustomers } from './listed-customers.ts';
import type { PageQuestion } from './page-question.ts';
import { grouped } from './rfm-grid.ts';
import type { CustomerViewer } from './seen-customers.ts';

type QuadrantPart = Readonly<{ quadrant: Quadrant; customers: number; revenue: Money }>;

/** Value and activity of the page's customers, and our effort beside it (METRICS 31). */
export type ActivityMap = Readonly<{
  asOf: Day;
  year: DayRange;
  quadrants: readonly QuadrantPart[];
  /** A customers with both scores, the greatest revenue first; `valuable` says how many there are in all. */
  points: readonly Readonly<{ id: string; name: string; activity: number; effort: number; revenue: Money }>[];
  valuable: number;
  /** Of the quiet A customers: those we hardly contact either. */
  neglected: number;
  /** The quiet A customers, the greatest revenue first. */
  quiet: readonly ListedCustomer[];
  rules: Readonly<{
    halfLifeDays: number;
    quietBelow: number;
    customer: readonly Omit<ContactKind, 'names'>[];
    ours: readonly Omit<ContactKind, 'names'>[];
  }>;
}>;

const mostPoints = 300;
const mostQuiet = 10;
const quadrants: readonly Quadrant[] = ['core', 'going_quiet', 'rising', 'sleeping'];

/** The map of the page's customers; a quiet one is of tier A and less active than half of all customers. */
export async function activityMap(
  viewer: CustomerViewer,
  question: PageQuestion,
  rules: TierRules,
): Promise<ActivityMap> {
  const { page, year, customers } = await customersInView(viewer, question, rules);
  const parts = grouped(customers, ({ quadrant }) => quadrant);
  const valuable = customers.filter(({ tier }) => tier === 'a').toSorted(byRevenue);
  const quiet = valuable.filter(({ quadrant }) => quadrant === 'going_quiet');
  const points = await listedCustomers(viewer.asking, valuable.slice(0, mostPoints));
  return {
    asOf: page.asOf,
    year,
    quadrants: quadrants.flatMap((quadrant) => {
      const part = parts.get(quadrant);
      return part ? [{ quadrant, ...part }] : [];
    }),
    points: points.map(({ id, name, activity, effort, revenue }) => ({ id, name, activity, effort, revenue })),
    valuable: valuable.length,
    neglected: quiet.filter(({ effort }) => effort < quietBelow).length,
    quiet: await listedCustomers(viewer.asking, quiet.slice(0, mostQuiet)),
    rules: { halfLifeDays, quietBelow, customer: customerKinds.map(shown), ours: effortKinds.map(shown) },
  };
}

function shown({ names: _, ...kind }: ContactKind): Omit<ContactKind, 'names'> {
  return kind;
}

/** The greatest revenue first; equal ones by id, so that pages do not overlap. */
export function byRevenue(left: CustomerInView, right: CustomerInView): number {
  return right.revenue - left.revenue || (left.id < right.id ? -1 : 1);
}
