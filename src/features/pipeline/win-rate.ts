import { z } from 'zod';
import { type Asking, ask } from '#features/ask.ts';
import { questionSchema } from '#semantic/parse.ts';
import { type Interval, wilson95 } from '#stats/wilson.ts';

/** Which deals' outcomes are looked at. */
export const winRateQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
});

/** What the win rate rests on; rate and interval are null when nothing was decided. */
export type WinRate = Readonly<{ won: number; lost: number; rate: number | null; interval: Interval | null }>;

/** The win rate of deals decided in the period, as the tile has it, with Wilson's 95 % interval. */
export async function winRate(asking: Asking, question: z.output<typeof winRateQuestion>): Promise<WinRate> {
  const { totals } = await ask(asking, { measures: ['won_deals', 'lost_deals'], ...question });
  const [won, lost] = [Number(totals.won_deals ?? 0), Number(totals.lost_deals ?? 0)];
  const decided = won + lost;
  return { won, lost, rate: decided === 0 ? null : won / decided, interval: wilson95(won, decided) };
}
