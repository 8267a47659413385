import type { DayRange } from '#shared/day.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import { type CustomerSigns, customerBook } from './customer-book.ts';
import type { TierRules } from './customer-rules.ts';
import { keptCustomers } from './kept-customers.ts';
import { type PagePlan, type PageQuestion, pagePlan } from './page-question.ts';
import type { CustomerViewer, SeenCustomer } from './seen-customers.ts';
import { tierBook } from './tier-book.ts';
import { evaluatedYear } from './tier-paths.ts';

/** High value or not, active or not: the four corners of value and activity. */
export type Quadrant = 'core' | 'going_quiet' | 'rising' | 'sleeping';

/** A customer of the page with everything that is known of it. */
export type CustomerInView = SeenCustomer & CustomerSigns & Readonly<{ tier: ValueTier; quadrant: Quadrant }>;

export type CustomersInView = Readonly<{ page: PagePlan; year: DayRange; customers: readonly CustomerInView[] }>;

/** A customer with a lower activity score is quiet: less active than half of the others. */
export const quietBelow = 50;

/**
 * The customers of the page with tier, segment and scores; their revenue is that of the year of the last evaluation, of rows that the
 * viewer may see.
 */
export async function customersInView(
  viewer: CustomerViewer,
  question: PageQuestion,
  rules: TierRules,
): Promise<CustomersInView> {
  const { asking } = viewer;
  const page = await pagePlan(asking, question);
  const [tiers, book] = await Promise.all([tierBook(asking, page.asOf, rules), customerBook(asking, page.asOf)]);
  const year = evaluatedYear(tiers.evaluatedAt);
  const seen = await keptCustomers({ ...viewer, question, page, within: year });
  const customers = seen.map((customer) => {
    const signs = book.of(customer.id);
    const tier = tiers.tierOf(customer.id);
    return { ...customer, ...signs, tier, quadrant: quadrantOf(tier, signs) };
  });
  return { page, year, customers };
}

/** Tier A is high value. */
function quadrantOf(tier: ValueTier, { activity }: CustomerSigns): Quadrant {
  if (tier === 'a') return activity < quietBelow ? 'going_quiet' : 'core';
  return activity < quietBelow ? 'sleeping' : 'rising';
}
