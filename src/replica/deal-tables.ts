import { type DerivedTable, inWorkspaceCurrency, type RootSource } from './derived-table.ts';

/** The opportunities that changed events belong to. */
export const dealRoots: readonly RootSource[] = [
  { kind: 'opportunity', entity: 'opportunity', select: (ids) => ids },
  {
    kind: 'opportunity',
    entity: 'opportunity_event',
    select: (ids) => `select opportunity_id from raw_opportunity_event where id in ${ids}`,
  },
];

const state =
  'status, status_began, stage_id, stage_began, owner_id, amount, expected_close_on, lost_reason, competitor';

/**
 * The events with their days, as `event`. A day that ends with the deal open in the stage in which it began
 * went nowhere (`ends_as_begun`): a step that was undone on the same day neither ends a stay nor begins one.
 */
const eventDays = (only: string) => `
    dated_event as (
      select *, coalesce(on_day, date '0001-01-01') as day
      from raw_opportunity_event
      where ${only}
    ), day_event as (
      select *, lead(day) over log is distinct from day as is_last_of_day
      from dated_event
      window log as (partition by opportunity_id order by day, seq)
    ), event as (
      select *,
        last_value(if(is_last_of_day, row(status, stage_id), null) ignore nulls) over earlier
          is not distinct from first_value(if(is_last_of_day, row(status, stage_id), null) ignore nulls) over later
          and first_value(if(is_last_of_day, status, null) ignore nulls) over later is not distinct from 'open' as ends_as_begun
      from day_event
      window earlier as (partition by opportunity_id order by day, seq rows between unbounded preceding and 1 preceding),
        later as (partition by opportunity_id order by day, seq rows between current row and unbounded following)
    )`;

/**
 * From events to stretches, step by step: see which events begin a status or a stage; remember when the present ones began;
 * keep the last event of every day; keep the days on which something differs from the day before; count the pushes.
 */
const deal: DerivedTable = {
  name: 'deal',
  root: { kind: 'opportunity', column: 'opportunity_id' },
  wholeFor: [],
  select: (only) => `
    with ${eventDays(only('opportunity_id'))}, turn as (
      select *,
        not ends_as_begun and (kind = 'reopened' or row_number() over log = 1 or status is distinct from lag(status) over log)
          as begins_status,
        not ends_as_begun and (row_number() over log = 1 or stage_id is distinct from lag(stage_id) over log
          or (status = 'open' and lag(status) over log <> 'open')) as begins_stage
      from event
      window log as (partition by opportunity_id order by day, seq)
    ), dated as (
      select *,
        last_value(if(begins_status, row(on_day, minute), null) ignore nulls) over log as status_began,
        last_value(if(begins_stage, row(on_day), null) ignore nulls) over log as stage_began
      from turn
      window log as (partition by opportunity_id order by day, seq rows unbounded preceding)
    ), stretch as (
      select * from dated
      where is_last_of_day
      window log as (partition by opportunity_id order by day)
      qualify row(${state}) is distinct from lag(row(${state})) over log or row_number() over log = 1
    ), moved as (
      select *, status = 'open' and coalesce(expected_close_on > last_value(expected_close_on ignore nulls) over before, false) as is_push
      from stretch
      window before as (partition by opportunity_id order by day rows between unbounded preceding and 1 preceding)
    ), origin as (
      select opportunity_id, min(on_day) filter (kind = 'created') as created_on, arg_min_null(minute, seq) as created_minute,
        arg_min_null(owner_id, seq) as created_rep_id
      from raw_opportunity_event
      where ${only('opportunity_id')}
      group by opportunity_id
    )
    select o.id as opportunity_id, o.code, o.name, s.day as from_on,
      lead(s.day, 1, date '9999-12-31') over (partition by o.id order by s.day) as before_on,
      s.status, s.status_began[1] as status_on, s.status_began[2] as status_minute, s.stage_id, s.stage_began[1] as stage_on,
      s.owner_id as rep_id,
      ${inWorkspaceCurrency('s.amount', 'o.rate')} as amount, s.expected_close_on, s.lost_reason, s.competitor,
      coalesce(o.created_on, c.created_on) as created_on, c.created_minute, c.created_rep_id,
      o.customer_id, o.pipeline_id, o.product_id, o.source_id, o.region_id, o.lead_id, o.has_stage_history,
      count_if(s.is_push) over (partition by o.id order by s.day) as push_count, o.version
    from moved s
    join raw_opportunity o on o.id = s.opportunity_id
    join origin c on c.opportunity_id = s.opportunity_id
    order by s.day`,
};

/**
 * From events to stays: an event begins one when it changes the stage or the status; the next such event ends it. Then look
 * ahead: when the deal came to a later stage of its pipeline, or was won.
 */
const stageVisit: DerivedTable = {
  name: 'stage_visit',
  root: { kind: 'opportunity', column: 'opportunity_id' },
  wholeFor: ['stage'],
  select: (only) => `
    with ${eventDays(only('opportunity_id'))}, turn as (
      select *, row_number() over log as place from event
      where not ends_as_begun
      window log as (partition by opportunity_id order by day, seq)
      qualify place = 1 or stage_id is distinct from lag(stage_id) over log
        or status is distinct from lag(status) over log
    ), stay as (
      select *, lead(day) over log as left_on, lead(status) over log as next_status, lead(stage_id) over log as next_stage_id
      from turn
      window log as (partition by opportunity_id order by place)
    ), onward as (
      select s.opportunity_id, s.place, min(t.on_day) as advanced_on
      from turn s
      join turn t on t.opportunity_id = s.opportunity_id and t.place > s.place
      left join raw_stage a on a.id = s.stage_id
      left join raw_stage b on b.id = t.stage_id and b.pipeline_id = a.pipeline_id
      where t.status = 'won' or t.status = 'open' and b.position > a.position
      group by all
    )
    select concat(s.opportunity_id, ' ', s.seq) as visit_id, s.opportunity_id, s.stage_id, s.on_day as entered_on, s.left_on,
      if(s.next_status = 'open', 'stage', s.next_status) as ended_by, s.next_stage_id,
      row_number() over (partition by s.opportunity_id order by s.place) as visit_number,
      row_number() over (partition by s.opportunity_id, s.stage_id order by s.place) = 1 as is_first, n.advanced_on,
      s.owner_id as rep_id, ${inWorkspaceCurrency('s.amount', 'o.rate')} as amount,
      coalesce(o.created_on, min(s.on_day) over (partition by s.opportunity_id)) as created_on,
      o.customer_id, o.pipeline_id, o.product_id, o.source_id, o.region_id, o.has_stage_history
    from stay s
    join raw_opportunity o on o.id = s.opportunity_id
    left join onward n on n.opportunity_id = s.opportunity_id and n.place = s.place
    where s.status = 'open' and s.stage_id is not null
    order by s.day`,
};

/** Tables about opportunities. */
export const dealTables: readonly DerivedTable[] = [deal, stageVisit];
