import { z } from 'zod';

const tier = z.enum(['a', 'b', 'c']);
const days = z.object({ from: z.string(), before: z.string() });
const tierRulesAnswer = z.object({ a: z.number(), b: z.number() });

const held = z.object({ customers: z.number(), revenue: z.string() });
const heldByTier = { a: held, b: held, c: held, all: held };

export const tiersAnswer = z.object({
  evaluatedAt: z.string().describe('The first day after the evaluated months'),
  year: days,
  rules: tierRulesAnswer,
  reps: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        isInService: z.boolean(),
        flag: z.enum(['too_many', 'too_few']).nullable(),
        ...heldByTier,
      }),
    )
    .readonly(),
  elsewhere: z.object(heldByTier),
  pool: z.object(heldByTier),
  total: z.object(heldByTier),
  balance: z
    .object({
      gini: z.number(),
      lorenz: z.array(z.object({ people: z.number(), amount: z.number() })).readonly(),
      median: z.number(),
      reps: z.number(),
    })
    .nullable(),
});

const segment = z.enum([
  'champions',
  'loyal',
  'potential',
  'new',
  'at_risk',
  'hibernating',
  'lost',
  'silent',
  'unscored',
]);
const quadrant = z.enum(['core', 'going_quiet', 'rising', 'sleeping']);

export const rfmAnswer = z.object({
  asOf: z.string(),
  year: days,
  cells: z.array(held.extend({ recency: z.number(), value: z.number() })).readonly(),
  segments: z.array(held.extend({ segment })).readonly(),
  total: held,
});

const listed = z.object({
  id: z.string(),
  name: z.string(),
  tier,
  segment,
  quadrant,
  quietDays: z.number().nullable(),
  contactDays: z.number().nullable(),
  activity: z.number(),
  effort: z.number(),
  revenue: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  isInPool: z.boolean(),
});

export const listAnswer = z.object({
  rows: z.array(listed).readonly(),
  next: z.string().nullable(),
  total: z.number(),
  revenue: z.string(),
});

const kind = z.object({
  id: z.string(),
  label: z.object({ zh: z.string(), en: z.string() }),
  weight: z.number(),
  dailyCap: z.number(),
});

export const activityAnswer = z.object({
  asOf: z.string(),
  year: days,
  quadrants: z.array(held.extend({ quadrant })).readonly(),
  points: z
    .array(
      z.object({ id: z.string(), name: z.string(), activity: z.number(), effort: z.number(), revenue: z.string() }),
    )
    .readonly(),
  valuable: z.number(),
  neglected: z.number(),
  quiet: z.array(listed).readonly(),
  rules: z.object({
    halfLifeDays: z.number(),
    quietBelow: z.number(),
    customer: z.array(kind).readonly(),
    ours: z.array(kind).readonly(),
  }),
});

export const poolAnswer = z.object({
  rules: z.object({ claimsIn30Days: z.number(), mostHeld: z.number(), releaseAfterDays: z.number() }),
  reps: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        claims30Days: z.number(),
        claims: z.number(),
        conversions: z.number(),
        held: z.number(),
      }),
    )
    .readonly(),
  gini: z.number().nullable(),
});

export const proposalAnswer = z.object({
  afterDays: z.number(),
  total: z.number(),
  rows: z.array(listed).readonly(),
});

const trendRows = z.object({
  unit: z.enum(['month', 'quarter']),
  periods: z.array(z.string()).readonly(),
  rows: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        revenue: z.string(),
        values: z.array(z.number()).readonly(),
        trend: z.enum(['new', 'stalled', 'seasonal', 'growing', 'declining', 'volatile', 'steady']).nullable(),
        evidence: z
          .object({
            periods: z.number(),
            mean: z.number(),
            variation: z.number().nullable(),
            slope: z.number().nullable(),
            slopeShare: z.number().nullable(),
            trendP: z.number().nullable(),
            seasonalStrength: z.number().nullable(),
            seasonalP: z.number().nullable(),
          })
          .nullable(),
        yearChange: z.number().nullable(),
      }),
    )
    .readonly(),
});

export const trendsAnswer = z.object({ customers: trendRows, lines: trendRows });
