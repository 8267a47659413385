import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { raw, sql } from '#shared/sql.ts';
import { type Interval, wilson95 } from '#stats/wilson.ts';
import { firstUnknownDay } from './first-unknown-day.ts';
import { judgingOf } from './stuck-deals.ts';
import { type StuckBase, type StuckRule, stuckRules } from './stuck-question.ts';
import { judgedRows, judgedTables } from './stuck-sql.ts';

/** What became of some deals since; `lostRate` is of the decided ones, null when none is. */
type Fate = Readonly<{
  deals: number;
  won: number;
  lost: number;
  disqualified: number;
  open: number;
  lostRate: number | null;
  interval: Interval | null;
}>;

/** What the rules would have said a quarter ago, and what happened since. */
export type StuckBacktest = Readonly<{
  /** The day that was judged as it was known then, and the day of the outcomes. */
  judgedOn: Day;
  seenOn: Day;
  flagged: Fate;
  unflagged: Fate;
  /** The lost rate of unflagged deals in the stages that flagged ones stood in, by as many: late stages are lost less. */
  sameStageLostRate: number | null;
  byRule: readonly Readonly<{ rule: StuckRule } & Fate>[];
}>;

/** A quarter, in whole weeks. */
const backDays = 91;

/**
 * Judges the deals that were open 13 weeks before the question's day with what was known then, and follows them to that day:
 * whether a flagged deal is lost more often than one that was not.
 */
export async function stuckBacktest(asking: Asking, base: StuckBase): Promise<StuckBacktest> {
  const seen = await firstUnknownDay(asking, { period: base.period, where: base.where, asOf: base.asOf });
  const then = addDays(seen, -backDays);
  const judging = await judgingOf(asking, {
    ...base,
    period: { from: addDays(then, -1), before: then },
    asOf: addDays(then, -1),
  });
  const rows = await runOverRows(
    asking,
    judgedRows(judging),
    sql`, ${judgedTables(judging)}
      select j.is_stuck, ${raw(stuckRules.map((rule) => `j.${rule}`).join(', '))}, coalesce(d.status, 'open') as fate, j.stage_id, count(*)
      from judged j
      left join deal d on d.opportunity_id = j.id and d.from_on < ${dayLiteral(seen)} and d.before_on >= ${dayLiteral(seen)}
      group by all`,
  );
  const cells = rows.map(([isStuck, ...rest]) => ({
    isStuck: isStuck === true,
    rules: stuckRules.filter((_, index) => rest[index] === true),
    fate: String(rest[stuckRules.length]),
    stageId: String(rest[stuckRules.length + 1]),
    deals: Number(rest[stuckRules.length + 2]),
  }));
  return {
    judgedOn: addDays(then, -1),
    seenOn: addDays(seen, -1),
    flagged: fateOf(cells.filter(({ isStuck }) => isStuck)),
    unflagged: fateOf(cells.filter(({ isStuck }) => !isStuck)),
    sameStageLostRate: sameStageLostRate(cells),
    byRule: stuckRules.map((rule) => ({ rule, ...fateOf(cells.filter(({ rules }) => rules.includes(rule))) })),
  };
}

type Cell = Readonly<{ isStuck: boolean; stageId: string; fate: string; deals: number }>;

/** The unflagged deals' rate per stage, weighted by the flagged ones decided there; stages without either are left out. */
function sameStageLostRate(cells: readonly Cell[]): number | null {
  const stages = [...new Set(cells.map(({ stageId }) => stageId))].map((stage) => {
    const of = (stuck: boolean) =>
      fateOf(cells.filter(({ stageId, isStuck }) => stageId === stage && isStuck === stuck));
    const { won, lost } = of(true);
    return { weight: won + lost, rate: of(false).lostRate };
  });
  const known = stages.flatMap(({ weight, rate }) => (rate === null ? [] : [{ weight, rate }]));
  const weight = known.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? null : known.reduce((sum, each) => sum + each.weight * each.rate, 0) / weight;
}

function fateOf(cells: readonly Pick<Cell, 'fate' | 'deals'>[]): Fate {
  const count = (fate: string) => cells.reduce((sum, cell) => sum + (cell.fate === fate ? cell.deals : 0), 0);
  const [won, lost] = [count('won'), count('lost')];
  const decided = won + lost;
  return {
    deals: cells.reduce((sum, { deals }) => sum + deals, 0),
    won,
    lost,
    disqualified: count('disqualified'),
    open: count('open'),
    lostRate: decided === 0 ? null : lost / decided,
    interval: wilson95(lost, decided),
  };
}
