import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addDays, type Day } from '#shared/day.ts';
import type { Money } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { firstUnknownDay } from './first-unknown-day.ts';
import { type StageLine, stageLines } from './stage-lines.ts';
import { pageOf, pageSelect, type StuckDeal } from './stuck-page.ts';
import {
  type StuckBase,
  type StuckCause,
  type StuckOptions,
  type StuckQuestion,
  type StuckRule,
  stuckRules,
} from './stuck-question.ts';
import { type Judging, judgedRows, judgedTables, knowsContacts } from './stuck-sql.ts';
import { type Group, groupOf, type Level, listedOf, nothing, totalsSelect, totalsWidth } from './stuck-totals.ts';

/** Every open deal of the question judged by the rules: totals count a deal once, `byRule` once for every rule that fired. */
export type StuckDeals = Readonly<{
  asOf: Day;
  rules: StuckOptions;
  knowsContacts: boolean;
  lines: readonly StageLine[];
  open: Level;
  stuck: Level;
  byRule: readonly Readonly<{ rule: StuckRule } & Level>[];
  byStage: readonly Readonly<{ stageId: string | null; stage: string | null } & Level>[];
  byCause: readonly Readonly<{ cause: StuckCause } & Level>[];
  byStageAndCause: readonly Readonly<{ stageId: string | null; cause: StuckCause } & Level>[];
  /** Sum of the ten largest. */
  topTen: Money;
  /** How many the list has, over all its pages. */
  listed: Level;
  deals: readonly StuckDeal[];
  next: string | null;
}>;

/** The stuck deals of a question, largest first, one page of them, and what they add up to. */
export async function stuckDeals(asking: Asking, question: StuckQuestion): Promise<StuckDeals> {
  const judging = await judgingOf(asking, question);
  const { groups, page } = await judged(asking, judging, question);
  const level = (group: Group | undefined): Level => group?.stuck ?? nothing;
  const whole = groups.find(({ kind }) => kind === 'all');
  const names = new Map(judging.lines.map((line) => [line.stageId, line.stage]));
  const of = (kind: Group['kind']) => groups.filter((group) => group.kind === kind && group.stuck.deals > 0);
  return {
    asOf: addDays(judging.asOf, -1),
    rules: question.rules,
    knowsContacts: judging.knowsContacts,
    lines: judging.lines,
    open: whole?.open ?? nothing,
    stuck: level(whole),
    byRule: stuckRules.map((rule, index) => ({ rule, ...(whole?.rules[index] ?? nothing) })),
    byStage: of('stage').map((group) => ({
      stageId: group.stageId,
      stage: names.get(group.stageId ?? '') ?? null,
      ...level(group),
    })),
    byCause: of('cause').map((group) => ({ cause: group.cause, ...level(group) })),
    byStageAndCause: of('both').map((group) => ({ stageId: group.stageId, cause: group.cause, ...level(group) })),
    topTen: whole?.topTen ?? nothing.amount,
    listed: listedOf(groups, question),
    ...page,
  };
}

/** Sums and page in one statement: judging the deals is most of the work. */
async function judged(asking: Asking, judging: Judging, question: StuckQuestion) {
  const rows = await runOverRows(
    asking,
    judgedRows(judging),
    sql`, ${judgedTables(judging)}${totalsSelect}
  union all by name${pageSelect(question)}`,
  );
  const isGroup = ([ofGroup]: readonly unknown[]) => ofGroup !== null;
  const groups = rows.filter(isGroup).map((row) => groupOf(row.slice(0, totalsWidth)));
  const listed = rows.filter((row) => !isGroup(row)).map((row) => row.slice(totalsWidth));
  return { groups: groups.toSorted(byWorth), page: pageOf(listed, question, judging) };
}

function byWorth(left: Group, right: Group): number {
  return Number(right.stuck.amount) - Number(left.stuck.amount) || right.stuck.deals - left.stuck.deals;
}

/** What the question's deals are judged by. */
export async function judgingOf(asking: Asking, base: StuckBase): Promise<Judging> {
  const asOf = await firstUnknownDay(asking, { period: base.period, where: base.where, asOf: base.asOf });
  const [lines, contacts] = await Promise.all([stageLines(asking, asOf, base.rules), knowsContacts(asking, asOf)]);
  return { base, asOf, lines, knowsContacts: contacts };
}
