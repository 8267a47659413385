import { z } from 'zod';
import { type Day, isDay } from '#shared/day.ts';
import { isMoney } from '#shared/money.ts';

const day = z
  .string()
  .refine(isDay, 'must be a calendar day, YYYY-MM-DD')
  .transform((text) => text as Day);

const id = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(200);
const note = z.string().trim().max(2000);
const amount = z
  .string()
  .max(24)
  .refine(isMoney, 'must be a decimal with at most four decimals, as a string')
  .refine((text) => !text.startsWith('-'), 'must not be negative');

const version = z.int().min(1).describe('The version that was shown; another one means that somebody was faster');

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage'), stageId: id }),
  z.strictObject({ kind: z.literal('amount'), amount: amount.nullable() }),
  z.strictObject({ kind: z.literal('expected_close'), on: day.nullable() }),
  z.strictObject({ kind: z.literal('won'), amount: amount.optional().describe('What it was won for') }),
  z.strictObject({ kind: z.literal('lost'), reason: words, competitor: words.nullish() }),
  z.strictObject({ kind: z.literal('disqualified') }),
  z.strictObject({ kind: z.literal('reopened'), stageId: id.optional().describe('The last open one when left out') }),
  z.strictObject({ kind: z.literal('undo') }).describe('Puts back the state before the last event, as a new event'),
]);

/** What may happen to a deal, besides a new owner. */
export type DealChange = z.output<typeof change>;

/** `POST /api/v1/opportunities/:id/changes`. */
export const dealChange = z.strictObject({ version, change, note: note.nullish() });

/** `POST /api/v1/opportunities/:id/owner`. */
export const dealOwner = z.strictObject({ version, ownerId: id, note: note.nullish() });

const details = z.strictObject({
  name: words,
  customerId: id.nullable(),
  productId: id.nullable(),
  sourceId: id.nullable(),
});

/** `PUT /api/v1/opportunities/:id`: what a deal is about; its state changes by events only. */
export const dealDetails = details.partial().extend({ version });

export type DealDetails = z.output<typeof dealDetails>;

/** `POST /api/v1/opportunities`. */
export const newDeal = z.strictObject({
  name: words,
  customerId: id.nullish(),
  productId: id.nullish(),
  sourceId: id.nullish(),
  pipelineId: id.optional().describe('The only or first one when left out'),
  stageId: id.optional().describe('The first open one when left out'),
  ownerId: id.nullish().describe('The writer when left out'),
  amount: amount.nullish(),
  expectedCloseOn: day.nullish(),
  note: note.nullish(),
});

export type NewDeal = z.output<typeof newDeal>;

/** `POST /api/v1/opportunities/:id/interactions`. */
export const newInteraction = z.strictObject({
  type: z.string().trim().min(1).max(50),
  initiator: z.enum(['us', 'customer']).default('us'),
  onDay: day.optional().describe('Today when left out'),
  note: note.nullish(),
});

export type NewInteraction = z.output<typeof newInteraction>;

const status = z.enum(['open', 'won', 'lost', 'disqualified']);

/** A deal after a write. */
export const writtenDeal = z.object({
  id: z.string(),
  version: z.number(),
  status,
  stageId: z.string().nullable(),
  ownerId: z.string().nullable(),
  amount: z.string().nullable(),
  expectedCloseOn: z.string().nullable(),
});

export type WrittenDeal = z.output<typeof writtenDeal>;

const named = z.object({ id: z.string(), name: z.string() }).nullable();

const dealStage = z.object({
  id: z.string(),
  name: z.string(),
  kind: status,
  probability: z.number().nullable(),
  dwellLimitDays: z.number().nullable(),
});

const dealEvent = z.object({
  seq: z.number(),
  kind: z.string(),
  on: z.string().nullable(),
  minute: z.number().nullable(),
  by: z.string().nullable().describe('Null when an import or another system said so'),
  status,
  stage: z.string().nullable(),
  stageBefore: z.string().nullable(),
  owner: z.string().nullable(),
  ownerBefore: z.string().nullable(),
  amount: z.string().nullable(),
  amountBefore: z.string().nullable(),
  expectedCloseOn: z.string().nullable(),
  expectedCloseBefore: z.string().nullable(),
  lostReason: z.string().nullable(),
  competitor: z.string().nullable(),
  note: z.string().nullable(),
});

export type DealEvent = z.output<typeof dealEvent>;

const dealStay = z.object({
  stageId: z.string(),
  stage: z.string(),
  enteredOn: z.string(),
  leftOn: z.string().nullable(),
  days: z.number(),
});

/** `GET /api/v1/opportunities/:id`. */
export const readDeal = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  status,
  statusOn: z.string().nullable(),
  createdOn: z.string().nullable(),
  customer: named,
  owner: named,
  product: named,
  source: named,
  pipeline: z.object({ id: z.string(), name: z.string(), stages: z.array(dealStage) }),
  stageId: z.string().nullable(),
  daysInStage: z.number().nullable().describe('Calendar days in the present stage; null when closed or unknown'),
  amount: z.string().nullable(),
  currency: z.string(),
  expectedCloseOn: z.string().nullable(),
  lostReason: z.string().nullable(),
  competitor: z.string().nullable(),
  hasStageHistory: z.boolean(),
  history: z.array(dealEvent).describe('Oldest first'),
  stays: z.array(dealStay).describe('Stays in a stage, oldest first; empty without stage history'),
  interactions: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      initiator: z.string(),
      on: z.string(),
      minute: z.number().nullable(),
      by: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      dueOn: z.string().nullable(),
      assignee: z.string().nullable(),
    }),
  ),
});

export type ReadDeal = z.output<typeof readDeal>;
