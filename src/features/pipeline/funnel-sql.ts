import type { Asking } from '#features/ask.ts';
import { runOverRows } from '#features/counted-rows.ts';
import type { Question } from '#semantic/question.ts';
import { addDays } from '#shared/day.ts';
import { raw, sql } from '#shared/sql.ts';
import type { Cohort } from './cohort-days.ts';

/** Of `n` that came to a step: how many came further, skipped ahead out of order, still stand, were lost or disqualified. */
export type Tally = Readonly<{
  n: number;
  reached: number;
  skipped: number;
  open: number;
  lost: number;
  disqualified: number;
}>;

/** The deals of a cohort that came to a stage, by region and team. */
export type StageTally = Readonly<{
  stageId: string;
  region: Named;
  team: Named;
  /** Came further by any way. */
  any: Tally;
  /** Came here and further stage by stage, none left out. */
  strict: Tally;
}>;

/** Null: nobody knows which. */
export type Named = Readonly<{ id: string; name: string }> | null;

/** Which deals of a cohort are looked at. */
export type CohortQuestion = Readonly<{ cohort: Cohort; where: Question['where']; matureDays: number }>;

/** Deals of the cohort by the stages they came to for the first time, as they stood when it is looked at. */
export async function stageTallies(asking: Asking, question: CohortQuestion): Promise<readonly StageTally[]> {
  const rows = await runOverRows(
    { ...asking, cohortDays: question.matureDays },
    [
      {
        name: 'cohort',
        question: cohortRows('win_rate_cohort', question),
        columns:
          'f.opportunity_id as id, f.status, f.region_id, f.created_rep_id as rep_id, f.created_on, f.has_stage_history, :known as seen_before',
      },
    ],
    sql`, place as (
      select id as stage_id, dense_rank() over pipeline as rank, position = max(position) over (partition by pipeline_id) as is_last
      from stage where kind = 'open'
      window pipeline as (partition by pipeline_id order by position)
    ), stay as (
      select c.*, v.stage_id, p.rank, p.is_last,
        row_number() over (partition by c.id order by v.visit_number) as turn,
        coalesce(v.advanced_on < c.seen_before, false) or c.status = 'won' as has_advanced
      from cohort c
      join stage_visit v on v.opportunity_id = c.id and v.is_first and coalesce(v.entered_on < c.seen_before, true)
      join place p on p.stage_id = v.stage_id
      where c.has_stage_history
    ), ordered as (
      select *, bool_and(rank = turn) over turns as in_order,
        coalesce(lead(rank) over turns = rank + 1, is_last and status = 'won') as to_next
      from stay
      window turns as (partition by id order by turn)
    ), judged as (
      select *, if(has_advanced, 'reached', status) as outcome,
        case when not has_advanced then status when to_next then 'reached' else 'skipped' end as strict_outcome
      from ordered
    )
    select j.stage_id, r.root_id, root.name, a.team_id, team.name,
      count(*), ${counts('outcome')},
      count(*) filter (in_order), ${counts('strict_outcome', 'in_order')}
    from judged j
    left join region r on r.id = j.region_id
    left join region root on root.id = r.root_id
    left join assignment a on a.person_id = j.rep_id and j.created_on >= a.from_on and j.created_on < a.before_on
    left join team on team.id = a.team_id
    group by all`,
  );
  return rows.map(([stage, regionId, region, teamId, team, ...figures]) => ({
    stageId: String(stage),
    region: named(regionId, region),
    team: named(teamId, team),
    any: tallyOf(figures.slice(0, 6)),
    strict: tallyOf(figures.slice(6)),
  }));
}

/** How a cohort's deals ended, pipeline by pipeline; those without stage history apart. */
export async function outcomeTallies(
  asking: Asking,
  question: CohortQuestion,
): Promise<readonly Readonly<{ pipelineId: string; hasHistory: boolean; tally: Tally }>[]> {
  const rows = await runOverRows(
    { ...asking, cohortDays: question.matureDays },
    [
      {
        name: 'cohort',
        question: cohortRows('win_rate_cohort', question),
        columns: "f.pipeline_id, f.has_stage_history, if(f.status = 'won', 'reached', f.status) as outcome",
      },
    ],
    sql`select pipeline_id, has_stage_history, count(*), ${counts('outcome')} from cohort group by all`,
  );
  return rows.map(([pipelineId, hasHistory, ...figures]) => ({
    pipelineId: String(pipelineId),
    hasHistory: hasHistory === true,
    tally: tallyOf(figures),
  }));
}

/** The steps of a cohort of leads: judged valid, turned into an opportunity, won. */
export async function leadTallies(asking: Asking, question: CohortQuestion): Promise<readonly Tally[]> {
  const rows = await runOverRows(
    { ...asking, cohortDays: question.matureDays },
    [
      {
        name: 'cohort',
        question: cohortRows('lead_conversion_rate', question),
        columns: 'f.opportunity_id, f.valid_on, f.invalid_on, f.converted_on, :known as seen_before',
      },
    ],
    // The outcome of its opportunity belongs to the lead, whoever has the opportunity now.
    sql`, step as (
      select coalesce(l.converted_on < l.seen_before, false) as is_deal,
        is_deal or coalesce(l.valid_on < l.seen_before, false) as is_valid,
        coalesce(l.invalid_on < l.seen_before, false) as is_invalid, coalesce(d.status, 'open') as status
      from cohort l
      left join deal d on d.opportunity_id = l.opportunity_id and d.from_on < l.seen_before and d.before_on >= l.seen_before
    ), outcome as (
      select if(is_valid, 'reached', if(is_invalid, 'disqualified', 'open')) as valid,
        case when not is_valid then null when is_deal then 'reached' when is_invalid then 'disqualified' else 'open' end as deal,
        case when not is_deal then null when status = 'won' then 'reached' else status end as won
      from step
    )
    select count(valid), ${counts('valid')}, count(deal), ${counts('deal')}, count(won), ${counts('won')} from outcome`,
  );
  const figures = rows[0] ?? [];
  return [0, 1, 2].map((step) => tallyOf(figures.slice(step * 6, step * 6 + 6)));
}

function cohortRows(measure: string, { cohort, where }: CohortQuestion): Question {
  return { measures: [measure], period: cohort.range, where, asOf: addDays(cohort.seenBefore, -1) };
}

const outcomes = ['reached', 'skipped', 'open', 'lost', 'disqualified'] as const;

/** How many rows have each outcome, in the order of `tallyOf`. */
function counts(column: string, only = 'true') {
  return raw(outcomes.map((each) => `count(*) filter (${column} = '${each}' and ${only})`).join(', '));
}

function tallyOf([n, reached, skipped, open, lost, disqualified]: readonly unknown[]): Tally {
  return {
    n: Number(n ?? 0),
    reached: Number(reached ?? 0),
    skipped: Number(skipped ?? 0),
    open: Number(open ?? 0),
    lost: Number(lost ?? 0),
    disqualified: Number(disqualified ?? 0),
  };
}

function named(id: unknown, name: unknown): Named {
  return id === null || id === undefined ? null : { id: String(id), name: String(name ?? id) };
}
