import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import { sql } from '#shared/sql.ts';
import { type AmountBand, inBand, lengthIn, lengthJoins, type TimeUnit } from './stays.ts';

/** Deals that stand in a stage: how many, worth how much, and for how long they have been there. */
export type Standing = Readonly<{
  count: number;
  /** A decimal. */
  amount: string;
  /** Quartiles over the `n` deals of which it is known. */
  age: Readonly<{ n: number; p25: number; p50: number; p75: number }> | null;
}>;

type StandingQuestion = Pick<Question, 'period' | 'where'> & Readonly<{ unit: TimeUnit; band: AmountBand | null }>;

/** Open deals by stage (null: nobody knows it), as the tile counts them. A reopened deal has stood there since then. */
export async function standingByStage(
  asking: Asking,
  { period, where, unit, band }: StandingQuestion,
): Promise<ReadonlyMap<string | null, Standing>> {
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'standing',
        question: { measures: ['opportunities_open'], period, where },
        columns: `f.stage_id, f.amount, if(f.has_stage_history, greatest(f.stage_on, f.status_on), null) as began_on,
          :as_of - 1 as ended_on`,
      },
    ],
    sql`, aged as (
      select t.stage_id, t.amount, ${lengthIn(unit)} as age from standing t ${lengthJoins(unit)} where ${inBand(band)}
    )
    select stage_id, count(*), cast(coalesce(sum(amount), 0) as decimal(38, 4)), count(age),
      quantile_cont(age, 0.25), quantile_cont(age, 0.5), quantile_cont(age, 0.75)
    from aged group by stage_id`,
  );
  return new Map(
    rows.map(([stage, count, amount, n, p25, p50, p75]) => [
      stage === null ? null : String(stage),
      {
        count: Number(count),
        amount: String(amount),
        age: Number(n) === 0 ? null : { n: Number(n), p25: Number(p25), p50: Number(p50), p75: Number(p75) },
      },
    ]),
  );
}
