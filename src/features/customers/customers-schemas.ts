import { z } from 'zod';

export const tier = z.enum(['a', 'b', 'c']);
export const days = z.object({ from: z.string(), before: z.string() });
export const tierRulesAnswer = z.object({ a: z.number(), b: z.number() });

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
