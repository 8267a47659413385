import { z } from 'zod';

/** A plan as answers have it. */
export const plan = z.object({
  kind: z.enum(['permanent', 'trial', 'expired', 'read_only']),
  endsAt: z.string().nullable(),
  daysLeft: z.number().nullable(),
});
