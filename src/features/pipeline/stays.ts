import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import type { DayRange } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import type { Stay } from '#stats/survival.ts';

/** What a length of time is counted in. */
export type TimeUnit = 'calendar' | 'workdays';

/** Amounts from `from` up to but not with `before`; null is no bound. Deals without an amount lie in no band. */
export type AmountBand = Readonly<{ from: number | null; before: number | null }>;

/** Which stays are looked at. */
export type StayQuestion = Readonly<{
  window: DayRange;
  where: Question['where'];
  unit: TimeUnit;
  band: AmountBand | null;
}>;

/**
 * Stays entered in the window by stage, alike ones together: how long, and whether they were over at its end. One that ended
 * later had not ended then. Deals without stage history are not in them.
 */
export async function staysByStage(
  asking: Asking,
  { window, where, unit, band }: StayQuestion,
): Promise<ReadonlyMap<string, readonly Stay[]>> {
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'visit',
        question: { measures: ['stage_entries'], period: window, where },
        columns: `f.stage_id, f.amount, f.entered_on as began_on, case when f.left_on < :as_of then f.left_on end as left_on,
          coalesce(left_on, :as_of - 1) as ended_on`,
      },
    ],
    sql`select stage_id, ${lengthIn(unit)} as length, left_on is not null, count(*)
      from visit t ${lengthJoins(unit)}
      where ${inBand(band)} and length is not null
      group by all`,
  );
  const stays = new Map<string, Stay[]>();
  for (const [stage, duration, ended, count] of rows) {
    const list = stays.get(String(stage)) ?? [];
    list.push({ duration: Number(duration), ended: ended === true, count: Number(count) });
    stays.set(String(stage), list);
  }
  return stays;
}

/** The length between `t.began_on` and `t.ended_on`; a day counts when its morning was spent there. Needs `lengthJoins`. */
export function lengthIn(unit: TimeUnit): Sql {
  return raw(unit === 'calendar' ? '(t.ended_on - t.began_on)' : '(w_end.workday_number - w_begin.workday_number)');
}

/** The calendar's rows of both ends. */
export function lengthJoins(unit: TimeUnit): Sql {
  return raw(
    unit === 'calendar'
      ? ''
      : `left join calendar_day w_begin on w_begin.day = t.began_on left join calendar_day w_end on w_end.day = t.ended_on`,
  );
}

/** Whether `t.amount` lies in the band. */
export function inBand(band: AmountBand | null): Sql {
  if (!band) return raw('true');
  const from = band.from === null ? raw('true') : sql`t.amount >= ${band.from}::double`;
  const before = band.before === null ? raw('true') : sql`t.amount < ${band.before}::double`;
  return sql`(t.amount is not null and ${from} and ${before})`;
}
