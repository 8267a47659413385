import { z } from 'zod';
import { type Day, isDay } from '#shared/day.ts';
import { isMoney } from '#shared/money.ts';

const day = z
  .string()
  .refine(isDay, 'must be a calendar day, YYYY-MM-DD')
  .transform((text) => text as Day);

const amount = z.string().max(24).refine(isMoney, 'must be a decimal with at most four decimals, as a string');
const positiveAmount = amount.refine((text) => !text.startsWith('-'), 'must not be negative');
const id = z.string().min(1).max(100);

const line = z.object({
  productId: id.nullish(),
  quantity: amount.nullish(),
  amount: amount.describe('Less the line’s own discount, before the order’s'),
  discount: positiveAmount.default('0').describe('The line’s own discount, already taken off `amount`'),
  cost: amount.nullish(),
});

/** One order as `POST /api/v1/orders` takes it. */
export const newOrder = z.object({
  number: z.string().trim().min(1).max(100),
  orderedOn: day,
  orderedMinute: z.int().min(0).max(1439).nullish(),
  isDraft: z.boolean().default(false),
  customerId: id.nullish(),
  repId: id.nullish().describe('A rep may only name themselves, and is named when this is left out'),
  regionId: id.nullish().describe('The customer’s when left out'),
  sourceId: id.nullish(),
  opportunityId: id.nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('The workspace’s when left out'),
  rate: z
    .string()
    .regex(/^\d{1,10}(\.\d{1,8})?$/, 'must be a positive decimal with at most eight decimals')
    .refine((text) => Number(text) > 0, 'must be above zero')
    .optional()
    .describe('To the workspace’s currency; needed when `currency` is another one'),
  discount: positiveAmount.default('0').describe('On the whole order; shared among its lines'),
  lines: z.array(line).min(1).max(500),
});

export type NewOrder = z.output<typeof newOrder>;
