import { addDays, type Day, epochDay } from '#shared/day.ts';
import type { Customer } from './customers.ts';
import type { Chance } from './random.ts';

/**
 * The two problems planted in time (the third, the channel that brings no wins, is in `assortment.ts`).
 * 1. Mid-sized companies in 华南 stop buying sensors, over a month, about two quarters ago.
 * 2. Deals that enter 商务谈判 since about four months get stuck over the price.
 */
export type Trouble = Readonly<{ sensorsFrom: Day; pricesFrom: Day }>;

/** When the planted problems begin for a company that stands on `anchor`. */
export function trouble(anchor: Day): Trouble {
  return { sensorsFrom: addDays(anchor, -195), pricesFrom: addDays(anchor, -125) };
}

const fadeDays = 30;
const lostShare = 0.85;

/** Whether this customer no longer buys this line on the day. */
export function refuses(
  of: Readonly<{ customer: Customer; lineId: string; epoch: number; trouble: Trouble }>,
  by: Chance,
): boolean {
  const { customer, lineId, epoch } = of;
  if (lineId !== 'sensor' || customer.market.regionId !== 'south' || customer.type.name !== '中型企业') return false;
  const faded = (epoch - epochDay(of.trouble.sensorsFrom)) / fadeDays;
  return faded > 0 && by.happens(Math.min(1, faded) * lostShare);
}
