import { z } from 'zod';
import { type Asking, ask } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import { catalogue } from '#metrics/catalogue.ts';
import { legalDimensions } from '#semantic/define.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Answer, Question } from '#semantic/question.ts';
import { addDays, type Day, daysBetween } from '#shared/day.ts';
import { type Money, moneyOf, sumOfMoney, unitsOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { median } from '#stats/quantiles.ts';
import { type Interval, wilson95 } from '#stats/wilson.ts';
import { type ActiveRep, activeReps, areOfPeople } from './active-reps.ts';
import { firstUnknownDay } from './first-unknown-day.ts';
import { type Advice, adviceFor, type TeamFigures } from './rep-advice.ts';

/** `POST /api/v1/pipeline/reps`. */
export const repsQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
  threshold: z.number().min(0.05).max(0.95).default(0.6).describe('Far below: less than this share of the median'),
});

export type RepsQuestion = z.output<typeof repsQuestion>;

type Level = Readonly<{ deals: number; amount: Money }>;

/** What the team has of something, over its reps in service; `line`: below it is far below. */
type TeamLine = Readonly<{ median: number; mean: number; line: number }>;

/** A rep's open deals beside the team's, and for one far below what to do about it. */
type RepLoad = Readonly<{
  id: string;
  name: string;
  deals: number;
  amount: Money;
  isBelowDeals: boolean;
  isBelowAmount: boolean;
  daysInService: number | null;
  created: number;
  leads: number | null;
  won: number;
  lost: number;
  winRate: number | null;
  winInterval: Interval | null;
  /** The stage where most of the last year's lost deals stood, of those whose stage is known. */
  lostStage: Readonly<{ name: string; deals: number; of: number }> | null;
  /** Empty for reps who are not far below. */
  advice: readonly Advice[];
}>;

/** Open deals per rep in service; `others` are held by nobody, by leavers, or by people who are no reps. */
export type RepLoads = Readonly<{
  asOf: Day;
  threshold: number;
  reps: readonly RepLoad[];
  /** Null when there are too few reps to compare. */
  team: Readonly<{ deals: TeamLine; amount: TeamLine } & TeamFigures> | null;
  others: Level;
  total: Level;
}>;

/** With fewer reps a median is just somebody. */
const fewestReps = 3;
const recentDays = 90;
const yearDays = 365;

/** Every rep in service with their open deals beside the team's median and mean, most deals first. */
export async function repLoads(asking: Asking, question: RepsQuestion): Promise<RepLoads> {
  const { period, where, threshold } = question;
  const asOf = await firstUnknownDay(asking, { period, where });
  const by = (measures: readonly string[], days: number | null, from: Question['where'] = where) =>
    ask(asking, {
      measures,
      by: ['rep'],
      period: days === null ? period : { from: addDays(asOf, -days), before: asOf },
      where: from,
    });
  const leadsWhere = legalFor('leads', where) ? where : null;
  const [people, everyone, open, recent, leads, decided, lostAt] = await Promise.all([
    activeReps(asking, { period, where }, asOf),
    areOfPeople(asking, { period, where }),
    by(['opportunities_open', 'open_amount'], null),
    by(['opportunities_created'], recentDays),
    leadsWhere === null ? null : by(['leads'], recentDays, leadsWhere),
    by(['won_deals', 'lost_deals'], yearDays),
    lostStages(asking, { where, asOf }),
  ]);
  const columns = { open, recent, leads, decided };
  const rows = people
    .map((rep) => figuresOf(rep, columns, asOf))
    .filter((rep) => everyone || rep.deals + rep.created + rep.won + rep.lost > 0);
  const team = teamOf(rows, threshold);
  const reps = rows.map((row) => withAdvice(row, team, threshold, lostAt.get(row.id) ?? null));
  const total = { deals: Number(open.totals.opportunities_open ?? 0), amount: moneyText(open.totals.open_amount) };
  return {
    asOf: addDays(asOf, -1),
    threshold,
    reps: reps.toSorted(
      (a, b) => b.deals - a.deals || Number(b.amount) - Number(a.amount) || a.name.localeCompare(b.name),
    ),
    team,
    others: {
      deals: total.deals - rows.reduce((sum, { deals }) => sum + deals, 0),
      amount: moneyOf(unitsOf(total.amount) - unitsOf(sumOfMoney(rows.map(({ amount }) => amount)))),
    },
    total,
  };
}

/** Whether a measure can be asked with these filters. */
function legalFor(measure: string, where: Question['where']): boolean {
  const found = catalogue.measures.get(measure);
  const legal = found ? legalDimensions(catalogue, found).map(({ id }) => id) : [];
  return (where ?? []).every(({ field }) => legal.includes(field) || legal.includes(field.replace(/_key$/, '')));
}

type Columns = Readonly<{ open: Answer; recent: Answer; leads: Answer | null; decided: Answer }>;

type Figures = Omit<RepLoad, 'isBelowDeals' | 'isBelowAmount' | 'lostStage' | 'advice'>;

function figuresOf({ id, name, hiredOn }: ActiveRep, { open, recent, leads, decided }: Columns, asOf: Day): Figures {
  const cell = (answer: Answer, measure: string) => answer.rows.find((row) => row.rep_key === id)?.[measure];
  const count = (answer: Answer, measure: string) => Number(cell(answer, measure) ?? 0);
  const [won, lost] = [count(decided, 'won_deals'), count(decided, 'lost_deals')];
  return {
    id,
    name,
    deals: count(open, 'opportunities_open'),
    amount: moneyText(cell(open, 'open_amount')),
    daysInService: hiredOn === null ? null : daysBetween(hiredOn, asOf),
    created: count(recent, 'opportunities_created'),
    leads: leads && count(leads, 'leads'),
    won,
    lost,
    winRate: won + lost === 0 ? null : won / (won + lost),
    winInterval: wilson95(won, won + lost),
  };
}

function teamOf(rows: readonly Figures[], threshold: number): RepLoads['team'] {
  if (rows.length < fewestReps) return null;
  const line = (values: readonly number[]): TeamLine => {
    const middle = median(values) ?? 0;
    return {
      median: middle,
      mean: values.reduce((sum, each) => sum + each, 0) / values.length,
      line: threshold * middle,
    };
  };
  const leads = rows.flatMap((row) => row.leads ?? []);
  const won = rows.reduce((sum, row) => sum + row.won, 0);
  const decided = won + rows.reduce((sum, row) => sum + row.lost, 0);
  return {
    deals: line(rows.map(({ deals }) => deals)),
    amount: line(rows.map(({ amount }) => Number(amount))),
    created: median(rows.map(({ created }) => created)),
    leads: leads.length === rows.length ? median(leads) : null,
    winRate: decided === 0 ? null : won / decided,
  };
}

function withAdvice(row: Figures, team: RepLoads['team'], threshold: number, lostStage: RepLoad['lostStage']): RepLoad {
  const isBelowDeals = team !== null && row.deals < team.deals.line;
  const isBelowAmount = team !== null && Number(row.amount) < team.amount.line;
  const advice = team && (isBelowDeals || isBelowAmount) ? adviceFor({ ...row, isBelowDeals }, team, threshold) : [];
  return { ...row, isBelowDeals, isBelowAmount, lostStage, advice };
}

/** Where the lost deals of the last year last stood, by rep: the stage with most of them. */
async function lostStages(
  asking: Asking,
  { where, asOf }: Readonly<{ where: Question['where']; asOf: Day }>,
): Promise<ReadonlyMap<string, NonNullable<RepLoad['lostStage']>>> {
  const rows = await runOverRows(
    asking,
    [
      {
        name: 'lost',
        question: { measures: ['lost_deals'], period: { from: addDays(asOf, -yearDays), before: asOf }, where },
        columns: 'f.opportunity_id as id, f.rep_id, f.status_on',
      },
    ],
    sql`, stood as (
      select l.id, l.rep_id, arg_max(v.stage_id, v.left_on) as stage_id
      from lost l join stage_visit v on v.opportunity_id = l.id and v.ended_by = 'lost' and v.left_on <= l.status_on
      group by all
    ), counted as (select rep_id, stage_id, count(*) as n from stood group by all)
    select c.rep_id, arg_max(s.name, c.n), max(c.n), sum(c.n)
    from counted c join stage s on s.id = c.stage_id where c.rep_id is not null group by 1`,
  );
  return new Map(
    rows.map(([rep, name, deals, of]) => [String(rep), { name: String(name), deals: Number(deals), of: Number(of) }]),
  );
}

function moneyText(cell: unknown): Money {
  return moneyOf(unitsOf(cell === null || cell === undefined ? '0' : String(cell)));
}
