import { z } from 'zod';
import { questionSchema } from '#semantic/parse.ts';

/** What cards of a column are ordered by: the largest, the longest in the stage, the next to close. */
const cardOrders = ['amount', 'age', 'expected_close'] as const;

/** `POST /api/v1/pipeline/board`. */
export const boardQuestion = z.strictObject({
  where: questionSchema.shape.where,
  pipelineId: z.string().min(1).max(100).optional().describe('The one with most open deals when left out'),
  order: z.enum(cardOrders).default('amount'),
  limits: z
    .record(z.string().max(100), z.int().min(1).max(500))
    .default({})
    .describe('How many cards of a stage to show, 20 unless told; without a stage: the empty name'),
});

export type BoardQuestion = z.input<typeof boardQuestion>;

const named = z.object({ id: z.string(), name: z.string() }).nullable();

const card = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string().nullable(),
  customer: named,
  owner: named,
  amount: z.string().nullable().describe('In the workspace’s currency'),
  expectedCloseOn: z.string().nullable(),
  daysInStage: z.number().nullable().describe('Calendar days'),
});

export type BoardCard = z.output<typeof card>;

const column = z.object({
  stageId: z.string().nullable().describe('Null for open deals without a stage'),
  name: z.string(),
  probability: z.number().nullable(),
  dwellLimitDays: z.number().nullable(),
  count: z.number(),
  amount: z.string().describe('Σ amount; with `count` as the measures open_amount and opportunities_open have them'),
  overLimit: z.number().describe('Deals that have been here longer than the stage’s limit'),
  cards: z.array(card),
});

export type BoardColumn = z.output<typeof column>;

/** The answer: columns in the order of the pipeline's stages. */
export const board = z.object({
  pipelineId: z.string().nullable().describe('Null when the workspace has no pipeline'),
  asOf: z.string(),
  columns: z.array(column),
});

export type Board = z.output<typeof board>;
