import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { addDays, type Day } from '#shared/day.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { firstUnknownDay } from './first-unknown-day.ts';
import { type StageLine, stageLines } from './stage-lines.ts';
import {
  type CauseBasis,
  type StuckBase,
  type StuckCause,
  type StuckOptions,
  type StuckQuestion,
  type StuckRule,
  stuckRules,
} from './stuck-question.ts';
import { type Judging, judgedRows, judgedTables, knowsContacts } from './stuck-sql.ts';

type Level = Readonly<{ deals: number; amount: Money }>;

/** An open deal that does not move: what fired, what may be the cause, and what is at stake. */
export type StuckDeal = Readonly<{
  id: string;
  name: string | null;
  customerId: string | null;
  customer: string | null;
  repId: string | null;
  rep: string | null;
  stageId: string | null;
  stage: string | null;
  amount: Money | null;
  expectedCloseOn: Day | null;
  rules: readonly StuckRule[];
  ageDays: number | null;
  lineDays: number | null;
  /** Workdays since the last contact; null when contacts are not recorded. */
  quietWorkdays: number | null;
  overdueDays: number | null;
  pushes: number;
  cause: StuckCause;
  /** Only `recorded` is known; everything else is suspected. */
  basis: CauseBasis;
  evidence: Readonly<{
    cuts: number;
    cutShare: number | null;
    competitor: string | null;
    /** Why deals are lost that last stood in this stage: the most frequent reason, of how many. */
    similar: Readonly<{ reason: string; hits: number; of: number }> | null;
  }>;
}>;

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
  const [groups, page, list] = await Promise.all([
    totals(asking, judging),
    pageOf(asking, judging, question),
    listTotal(asking, judging, question),
  ]);
  const level = (group: Group | undefined): Level => group?.stuck ?? { deals: 0, amount: moneyOf(0n) };
  const whole = groups.find(({ kind }) => kind === 'all');
  const names = new Map(judging.lines.map((line) => [line.stageId, line.stage]));
  const of = (kind: Group['kind']) => groups.filter((group) => group.kind === kind && group.stuck.deals > 0);
  return {
    asOf: addDays(judging.asOf, -1),
    rules: question.rules,
    knowsContacts: judging.knowsContacts,
    lines: judging.lines,
    open: whole?.open ?? level(undefined),
    stuck: level(whole),
    byRule: stuckRules.map((rule, index) => ({ rule, ...(whole?.rules[index] ?? level(undefined)) })),
    byStage: of('stage').map((group) => ({
      stageId: group.stageId,
      stage: names.get(group.stageId ?? '') ?? null,
      ...level(group),
    })),
    byCause: of('cause').map((group) => ({ cause: group.cause, ...level(group) })),
    byStageAndCause: of('both').map((group) => ({ stageId: group.stageId, cause: group.cause, ...level(group) })),
    ...list,
    ...page,
  };
}

/** What the question's deals are judged by. */
export async function judgingOf(asking: Asking, base: StuckBase): Promise<Judging> {
  const asOf = await firstUnknownDay(asking, { period: base.period, where: base.where, asOf: base.asOf });
  const [lines, contacts] = await Promise.all([stageLines(asking, asOf, base.rules), knowsContacts(asking, asOf)]);
  return { base, asOf, lines, knowsContacts: contacts };
}

type Group = Readonly<{
  kind: 'all' | 'stage' | 'cause' | 'both';
  stageId: string | null;
  cause: StuckCause;
  open: Level;
  stuck: Level;
  rules: readonly Level[];
}>;

const kinds = ['both', 'stage', 'cause', 'all'] as const;

async function totals(asking: Asking, judging: Judging): Promise<readonly Group[]> {
  const figures = ['true', 'is_stuck', ...stuckRules].map(
    (when) => `count_if(${when}), cast(coalesce(sum(amount) filter (${when}), 0) as decimal(38, 4))`,
  );
  const rows = await runOverRows(
    asking,
    judgedRows(judging),
    sql`, ${judgedTables(judging)}
      select grouping(stage_id, cause), stage_id, cause, ${raw(figures.join(', '))}
      from judged group by grouping sets ((), (stage_id), (cause), (stage_id, cause))
      order by 7 desc, 2, 3`,
  );
  return rows.map(([grouping, stageId, cause, ...levels]) => {
    const level = (index: number): Level => levelOf(levels[index * 2], levels[index * 2 + 1]);
    return {
      kind: kinds[Number(grouping)] ?? 'all',
      stageId: text(stageId),
      cause: (text(cause) ?? 'unknown') as StuckCause,
      open: level(0),
      stuck: level(1),
      rules: stuckRules.map((_, index) => level(index + 2)),
    };
  });
}

/** The deals that a question lists. */
function isListed({ rule, stage }: Pick<StuckQuestion, 'rule' | 'stage'>): Sql {
  const fired = rule ? sql` and ${raw(rule)}` : raw('');
  const there = stage === undefined ? raw('') : sql` and stage_id = ${stage}`;
  return sql`is_stuck${fired}${there}`;
}

async function listTotal(asking: Asking, judging: Judging, question: StuckQuestion) {
  const listed = isListed(question);
  const [row] = await runOverRows(
    asking,
    judgedRows(judging),
    sql`, ${judgedTables(judging)}
      select count_if(${listed}), cast(coalesce(sum(amount) filter (${listed}), 0) as decimal(38, 4)),
        cast(coalesce(sum(amount) filter (place <= 10), 0) as decimal(38, 4))
      from (select *, row_number() over (order by coalesce(amount, -1) desc, id) as place from judged where is_stuck)`,
  );
  const [deals, amount, topTen] = row ?? [];
  return { listed: levelOf(deals, amount), topTen: moneyOf(unitsOf(String(topTen ?? 0))) };
}

async function pageOf(asking: Asking, judging: Judging, question: StuckQuestion) {
  const after = question.cursor === undefined ? null : placeOf(question.cursor);
  const further = after
    ? sql` and (coalesce(amount, -1) < ${after.amount}::decimal(18, 4) or (coalesce(amount, -1) = ${after.amount}::decimal(18, 4) and id > ${after.id}))`
    : raw('');
  const rows = await runOverRows(
    asking,
    judgedRows(judging),
    sql`, ${judgedTables(judging)}
      select d.id, d.name, d.customer_id, c.name, d.rep_id, p.name, d.stage_id, s.name, d.amount, d.expected_close_on,
        d.over_stay, d.silent, d.overdue, d.pushed, d.age_days, d.line_days, if(d.silent is null, null, d.quiet_workdays),
        d.push_count, d.cause, d.basis, d.cuts, 1 - d.amount::double / nullif(d.top_amount, 0)::double, d.competitor,
        d.similar_reason, d.similar_hits, d.similar_of
      from (
        select * from judged where ${isListed(question)}${further}
        order by coalesce(amount, -1) desc, id limit ${raw(String(question.limit + 1))}) d
      left join customer c on c.id = d.customer_id
      left join person p on p.id = d.rep_id
      left join stage s on s.id = d.stage_id
      order by coalesce(d.amount, -1) desc, d.id`,
  );
  const deals = rows.slice(0, question.limit).map((row) => dealOf(row, judging));
  const last = rows.length > question.limit ? deals.at(-1) : undefined;
  return { deals, next: last ? cursorAt(last) : null };
}

function dealOf(row: readonly unknown[], { asOf, knowsContacts: contacts }: Judging): StuckDeal {
  const [id, name, customerId, customer, repId, rep, stageId, stage, amount, expected, ...rest] = row;
  const [overStay, silent, overdue, pushed, age, line, quiet, pushes, cause, basis, ...evidence] = rest;
  const fired = [overStay, silent, overdue, pushed];
  const expectedCloseOn = text(expected) as Day | null;
  return {
    id: String(id),
    name: text(name),
    customerId: text(customerId),
    customer: text(customer),
    repId: text(repId),
    rep: text(rep),
    stageId: text(stageId),
    stage: text(stage),
    amount: amount === null ? null : moneyOf(unitsOf(String(amount))),
    expectedCloseOn,
    rules: stuckRules.filter((_, index) => fired[index] === true),
    ageDays: numberOf(age),
    lineDays: numberOf(line),
    quietWorkdays: contacts ? numberOf(quiet) : null,
    overdueDays: overdue === true && expectedCloseOn ? daysLate(expectedCloseOn, asOf) : null,
    pushes: Number(pushes),
    cause: String(cause) as StuckCause,
    basis: String(basis) as CauseBasis,
    evidence: evidenceOf(evidence),
  };
}

function evidenceOf([cuts, share, competitor, reason, hits, of]: readonly unknown[]): StuckDeal['evidence'] {
  const cut = numberOf(share);
  return {
    cuts: Number(cuts),
    cutShare: cut !== null && cut > 0 ? cut : null,
    competitor: text(competitor),
    similar: reason === null ? null : { reason: String(reason), hits: Number(hits), of: Number(of) },
  };
}

function daysLate(expected: Day, asOf: Day): number {
  return Math.round((Date.parse(asOf) - Date.parse(expected)) / 86_400_000) - 1;
}

function cursorAt({ id, amount }: StuckDeal): string {
  return Buffer.from(JSON.stringify([amount ?? '-1', id])).toString('base64url');
}

function placeOf(cursor: string): Readonly<{ amount: string; id: string }> {
  try {
    const [amount, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount) && typeof id === 'string') return { amount, id };
  } catch {
    // Told below.
  }
  const detail = { zh: '翻页位置不对，请从第一页看起', en: 'the cursor is not one of ours; start at the first page' };
  throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }]);
}

function levelOf(deals: unknown, amount: unknown): Level {
  return { deals: Number(deals ?? 0), amount: moneyOf(unitsOf(String(amount ?? 0))) };
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
