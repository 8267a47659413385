import { z } from 'zod';
import { wilson95 } from '#stats/wilson.ts';
import type { ChurnFigures } from './churn-figures.ts';
import type { WarningModel } from './churn-models.ts';
import { type ChurnLevel, judgeCustomer } from './judge-customer.ts';

/** How often something came true, with its Wilson interval. */
export const share = z.object({
  customers: z.number(),
  /** Of whom it came true in the 90 days after. */
  hits: z.number(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

type Judged = Readonly<{ figures: ChurnFigures }>;

/** Of those whom high and medium warnings name, who did not order afterwards. */
export function warnedShare(figures: readonly ChurnFigures[], model: WarningModel | null): z.output<typeof share> {
  const warned = figures
    .map((each) => ({ figures: each, level: judgeCustomer(each, model).level }))
    .filter(({ level }) => level !== null && urgent.has(level));
  return shareOf(warned, isSilentAfter);
}

const urgent: ReadonlySet<ChurnLevel> = new Set(['high', 'medium']);

/** Whether a customer did not order in the 90 days after. */
export function isSilentAfter({ figures }: Judged): boolean {
  return figures.heldOut === 0;
}

/** How many of the customers something holds for. */
export function shareOf<Of extends Judged>(
  customers: readonly Of[],
  isHit: (customer: Of) => boolean,
): z.output<typeof share> {
  const hits = customers.filter(isHit).length;
  const interval = wilson95(hits, customers.length);
  return {
    customers: customers.length,
    hits,
    share: customers.length === 0 ? null : hits / customers.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}
