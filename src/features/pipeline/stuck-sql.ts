import type { Asking } from '#features/ask.ts';
import type { CountedRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { raw, type Sql, sql } from '#shared/sql.ts';
import type { StageLine } from './stage-lines.ts';
import type { StuckBase } from './stuck-question.ts';

/** What open deals are judged by on a day: nothing later than `asOf` is looked at. */
export type Judging = Readonly<{ base: StuckBase; asOf: Day; lines: readonly StageLine[]; knowsContacts: boolean }>;

/** Whether contacts with customers are recorded at all; where they are not, silence says nothing. */
export async function knowsContacts({ replica }: Asking, asOf: Day): Promise<boolean> {
  const { rows } = await replica.run(sql`
    select exists (select 1 from interaction_fact where on_day < ${dayLiteral(asOf)} and on_day >= ${dayLiteral(addDays(asOf, -recentDays))})`);
  return rows[0]?.[0] === true;
}

const recentDays = 60;

/** The rows that `judgedTables` reads: open deals, and deals lost in the year before with the same eyes. */
export function judgedRows({ base, asOf }: Judging): readonly [CountedRows, ...CountedRows[]] {
  const known = addDays(asOf, -1);
  return [
    {
      name: 'open_deal',
      question: { measures: ['opportunities_open'], period: base.period, where: base.where, asOf: known },
      columns: `f.opportunity_id as id, f.name, f.customer_id, f.rep_id, f.pipeline_id, f.stage_id, f.amount, f.created_on, f.status_on,
        greatest(f.stage_on, f.status_on) as stage_on,
        f.expected_close_on, f.push_count, f.competitor, f.has_stage_history`,
    },
    {
      name: 'lost_deal',
      question: { measures: ['lost_deals'], period: { from: addDays(asOf, -365), before: asOf }, asOf: known },
      columns: 'f.opportunity_id as id, f.lost_reason',
    },
  ];
}

/** Tables to follow `judgedRows`; the last, `judged`, has every open deal with what each rule says of it and what may hold it up. */
export function judgedTables({ base, asOf, lines, knowsContacts: contacts }: Judging): Sql {
  const day = dayLiteral(asOf);
  const known = lines.filter(({ days }) => days !== null);
  return sql`
    line as (
      select unnest(${known.map(({ stageId }) => stageId)}::varchar[]) as stage_id,
        unnest(${known.map(({ days }) => days ?? 0)}::integer[]) as line_days
    ),
    ${contactTables(day)},
    ${causeTables(day)},
    measured as (
      select o.*, l.line_days, t.last_on, coalesce(m.cuts, 0) as cuts, m.top_amount,
        if(o.has_stage_history, ${day} - 1 - o.stage_on, null) as age_days,
        today.workday_number - coalesce(last_day.workday_number, 0) as quiet_workdays,
        s.reason as similar_reason, s.hits as similar_hits, s.decided as similar_of
      from open_deal o
      left join line l on l.stage_id = o.stage_id
      left join touched t on t.id = o.id
      left join moves m on m.id = o.id
      left join similar_loss s on s.stage_id = o.stage_id
      left join calendar_day today on today.day = ${day} - 1
      left join calendar_day last_day on last_day.day = greatest(t.last_on, o.created_on, o.status_on)
    ),
    fired as (
      select *,
        coalesce(age_days > line_days, false) as over_stay,
        ${raw(contacts ? 'true' : 'false')} and coalesce(last_on, created_on, status_on) is not null
          and coalesce(quiet_workdays >= ${base.rules.quietWorkdays}::integer, false) as silent,
        coalesce(expected_close_on < ${day} - 1, false) as overdue,
        push_count >= ${base.rules.pushes}::integer as pushed
      from measured
    ),
    judged as materialized (
      select *, over_stay or silent or overdue or pushed as is_stuck, ${basis} as basis, ${cause} as cause
      from fired
    )`;
}

/** When somebody last spoke with the customer about the deal, or about nothing in particular. */
function contactTables(day: Sql): Sql {
  // Whoever spoke: a colleague's call ends the silence of a deal that the reader may see, even when the call itself is not theirs.
  return sql`
    touched as (
      select id, max(on_day) as last_on from (
        select o.id, max(i.on_day) as on_day
        from interaction_fact i join open_deal o on o.id = i.opportunity_id
        where i.on_day < ${day} group by 1
        union all
        select o.id, max(i.on_day)
        from interaction_fact i join open_deal o on o.customer_id = i.customer_id
        where i.opportunity_id is null and i.on_day < ${day} group by 1)
      group by 1
    )`;
}

/** Least losses in a stage, and the share of one reason among them, that make it worth suspecting. */
const fewestLosses = 20;
const leastShare = 0.3;

/** How the amount was cut so far, and why deals are lost that get stuck in the same stage. */
function causeTables(day: Sql): Sql {
  return sql`
    moves as (
      select id, max(amount) as top_amount, count_if(amount < amount_before) as cuts
      from (
        select d.opportunity_id as id, d.amount, lag(d.amount) over (partition by d.opportunity_id order by d.from_on) as amount_before
        from deal d semi join open_deal o on o.id = d.opportunity_id
        where d.from_on < ${day} and d.amount is not null)
      group by 1
    ),
    lost_at as (
      select l.id, l.lost_reason, arg_max(v.stage_id, v.left_on) as stage_id
      from lost_deal l join stage_visit v on v.opportunity_id = l.id
      where v.ended_by = 'lost' and v.left_on < ${day}
      group by all
    ),
    similar_loss as (
      select stage_id, arg_max(lost_reason, n) as reason, max(n) filter (lost_reason is not null) as hits, sum(n) as decided
      from (select stage_id, lost_reason, count(*) as n from lost_at group by all)
      group by 1
      having sum(n) >= ${raw(String(fewestLosses))}
        and max(n) filter (lost_reason is not null) >= ${raw(String(leastShare))} * sum(n)
    )`;
}

/** Twice cut or a fifth off is about the price; a named rival is recorded; then silence; then what similar deals are lost for. */
const basis = raw(`case
        when cuts >= 2 or amount::double <= 0.8 * top_amount::double then 'cuts'
        when competitor is not null then 'recorded'
        when silent then 'silence'
        when similar_reason is not null then 'similar'
        else 'none' end`);

const cause = raw(`case basis
        when 'cuts' then 'price'
        when 'recorded' then 'competitor'
        when 'silence' then 'silence'
        when 'none' then 'unknown'
        else case
          when regexp_matches(lower(similar_reason), '价|预算|折扣|price|budget|discount') then 'price'
          when regexp_matches(lower(similar_reason), '竞品|竞争|对手|competit|rival') then 'competitor'
          when regexp_matches(lower(similar_reason), '条款|合同|账期|付款|terms|contract|payment') then 'terms'
          when regexp_matches(lower(similar_reason), '决策|负责人|decision|sponsor') then 'no_decision_maker'
          else 'other' end
        end`);
