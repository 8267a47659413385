import { z } from 'zod';
import type { Bilingual } from '#shared/bilingual.ts';

/** One environment variable: how its text is read, its text when it is left out, and what it means. */
export type Variable = Readonly<{ schema: z.ZodType; initial: string | null; meaning: Bilingual; secret?: boolean }>;

/** A variable that is a whole number within bounds. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`));
}
