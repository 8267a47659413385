import type { Day } from '#shared/day.ts';
import { type Money, moneyOf, unitsOf } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import { type CauseBasis, type StuckCause, type StuckQuestion, type StuckRule, stuckRules } from './stuck-question.ts';
import type { Judging } from './stuck-sql.ts';

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

/** A page of `judged` with names, one row more than asked for; `place` is the order. */
export function pageSelect({ rule, stage, cursor, limit }: StuckQuestion): Sql {
  const fired = rule ? sql` and ${raw(rule)}` : raw('');
  const there = stage === undefined ? raw('') : sql` and stage_id = ${stage}`;
  const after = cursor === undefined ? raw('') : furtherThan(placeOf(cursor));
  return sql`
  select row_number() over (order by coalesce(d.amount, -1) desc, d.id) as place, d.id, d.name, d.customer_id, c.name as customer,
    d.rep_id, p.name as rep, d.stage_id, s.name as stage, d.amount, d.expected_close_on, d.over_stay, d.silent, d.overdue, d.pushed,
    d.age_days, d.line_days, d.quiet_workdays, d.push_count, d.cause, d.basis, d.cuts,
    1 - d.amount::double / nullif(d.top_amount, 0)::double as cut_share, d.competitor, d.similar_reason, d.similar_hits, d.similar_of
  from (
    select * from judged where is_stuck${fired}${there}${after}
    order by coalesce(amount, -1) desc, id limit ${raw(String(Math.trunc(limit) + 1))}) d
  left join customer c on c.id = d.customer_id
  left join person p on p.id = d.rep_id
  left join stage s on s.id = d.stage_id`;
}

function furtherThan({ amount, id }: Place): Sql {
  return sql` and (coalesce(amount, -1) < ${amount}::decimal(18, 4)
      or (coalesce(amount, -1) = ${amount}::decimal(18, 4) and id > ${id}))`;
}

/** Rows of `pageSelect` as a page of the asked size, and where the next begins. */
export function pageOf(rows: readonly (readonly unknown[])[], { limit }: StuckQuestion, judging: Judging) {
  const ordered = rows.toSorted(([left], [right]) => Number(left) - Number(right));
  const deals = ordered.slice(0, limit).map(([, ...row]) => dealOf(row, judging));
  const last = ordered.length > limit ? deals.at(-1) : undefined;
  return { deals, next: last ? cursorAt(last) : null };
}

type Place = Readonly<{ amount: string; id: string }>;

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

function placeOf(cursor: string): Place {
  try {
    const [amount, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount) && typeof id === 'string') return { amount, id };
  } catch {
    // Told below.
  }
  const detail = { zh: '翻页位置不对，请从第一页看起', en: 'the cursor is not one of ours; start at the first page' };
  throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }]);
}

function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
