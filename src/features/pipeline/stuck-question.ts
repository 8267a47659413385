import { z } from 'zod';
import { questionSchema } from '#semantic/parse.ts';

/** Why a deal counts as stuck (METRICS 11). */
export const stuckRules = ['over_stay', 'silent', 'overdue', 'pushed'] as const;

export type StuckRule = (typeof stuckRules)[number];

/** What may hold a deal up, recorded or suspected. */
export const stuckCauses = [
  'price',
  'competitor',
  'silence',
  'terms',
  'no_decision_maker',
  'other',
  'unknown',
] as const;

/** What a cause rests on: recorded with the deal, or suspected from cuts of the amount, silence, or similar deals that were lost. */
export const causeBases = ['cuts', 'recorded', 'silence', 'similar', 'none'] as const;

export type CauseBasis = (typeof causeBases)[number];

export type StuckCause = (typeof stuckCauses)[number];

const rules = z.strictObject({
  share: z.number().min(0.5).max(0.99).default(0.8).describe('Share of won stays that are shorter than the line'),
  minWon: z
    .int()
    .min(5)
    .max(1000)
    .default(20)
    .describe('Won stays a line needs, else the pipeline’s, else the admin’s days'),
  quietWorkdays: z.int().min(1).max(250).default(10).describe('Workdays without an interaction with the customer'),
  pushes: z.int().min(1).max(50).default(3).describe('Times the expected close was moved later'),
});

export type StuckOptions = z.output<typeof rules>;

/** Which open deals are looked at, and by which rules. */
export const stuckBase = z.strictObject({
  period: questionSchema.shape.period.default({ kind: 'last_days', days: 1 }),
  where: questionSchema.shape.where,
  asOf: questionSchema.shape.asOf,
  rules: rules.prefault({}),
});

export type StuckBase = z.output<typeof stuckBase>;

/** `POST /api/v1/pipeline/stuck`. */
export const stuckQuestion = stuckBase.extend({
  rule: z.enum(stuckRules).optional().describe('Lists only deals that this rule holds for'),
  stage: z.string().max(100).optional().describe('Lists only deals of this stage, by its key'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(200).default(10),
});

export type StuckQuestion = z.output<typeof stuckQuestion>;

/** The same as it is sent, its defaults left out. */
export type StuckDealsInput = z.input<typeof stuckQuestion>;
