import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { raw, sql } from '#shared/sql.ts';
import { type StuckCause, type StuckQuestion, stuckRules } from './stuck-question.ts';

/** How many deals, worth how much. */
export type Level = Readonly<{ deals: number; amount: Money }>;

/** No deals. */
export const nothing: Level = { deals: 0, amount: moneyOf(0n) };

/** Open and stuck deals of all, of a stage, of a cause, or of a stage and cause; `rules` in the order of `stuckRules`. */
export type Group = Readonly<{
  kind: 'all' | 'stage' | 'cause' | 'both';
  stageId: string | null;
  cause: StuckCause;
  open: Level;
  stuck: Level;
  rules: readonly Level[];
  topTen: Money;
}>;

const kinds = ['both', 'stage', 'cause', 'all'] as const;

const levels = ['true', 'is_stuck', ...stuckRules];

/** How many columns `totalsSelect` has. */
export const totalsWidth = 3 + 2 * levels.length + 1;

/** Sums over `judged`, a row per group. */
export const totalsSelect = sql`
  select grouping(stage_id, cause) as of_group, stage_id as of_stage, cause as of_cause,
    ${raw(
      levels
        .map(
          (when, index) =>
            `count_if(${when}) as n${index}, cast(coalesce(sum(amount) filter (${when}), 0) as decimal(38, 4)) as a${index}`,
        )
        .join(', '),
    )},
    list_sum(max(amount, 10) filter (is_stuck)) as top_ten
  from judged group by grouping sets ((), (stage_id), (cause), (stage_id, cause))`;

/** A row of `totalsSelect`. */
export function groupOf([grouping, stageId, cause, ...sums]: readonly unknown[]): Group {
  const level = (index: number): Level => ({
    deals: Number(sums[index * 2]),
    amount: moneyOf(unitsOf(String(sums[index * 2 + 1]))),
  });
  return {
    kind: kinds[Number(grouping)] ?? 'all',
    stageId: stageId === null ? null : String(stageId),
    cause: (cause === null ? 'unknown' : String(cause)) as StuckCause,
    open: level(0),
    stuck: level(1),
    rules: stuckRules.map((_, index) => level(index + 2)),
    topTen: moneyOf(unitsOf(String(sums.at(-1) ?? 0))),
  };
}

/** What the list adds up to, over all its pages. */
export function listedOf(groups: readonly Group[], { rule, stage }: StuckQuestion): Level {
  const group =
    stage === undefined
      ? groups.find(({ kind }) => kind === 'all')
      : groups.find(({ kind, stageId }) => kind === 'stage' && stageId === stage);
  return (rule ? group?.rules[stuckRules.indexOf(rule)] : group?.stuck) ?? nothing;
}
