import type { DerivedTable, RootSource } from './derived-table.ts';

/** Leads, customers and interactions; an interaction lies in its customer's (or deal's) region. */
export const leadRoots: readonly RootSource[] = [
  { kind: 'lead', entity: 'lead', select: (ids) => ids },
  { kind: 'customer', entity: 'customer', select: (ids) => ids },
  { kind: 'interaction', entity: 'interaction', select: (ids) => ids },
  ...['customer', 'opportunity'].map(
    (entity): RootSource => ({
      kind: 'interaction',
      entity,
      select: (ids) => `select id from raw_interaction where ${entity}_id in ${ids}`,
    }),
  ),
];

const opensAt = 9 * 60;
const closesAt = 18 * 60;

/** Business minutes from the calendar's first day to a moment (`workday_number` counts the day itself). TRAP: `least` and `greatest` would skip an unknown minute. */
const businessMinutes = (calendar: string, minute: string) => `
  (${calendar}.workday_number - ${calendar}.is_workday::integer) * ${closesAt - opensAt}
    + case when not ${calendar}.is_workday then ${minute} * 0
      when ${minute} < ${opensAt} then 0
      when ${minute} > ${closesAt} then ${closesAt - opensAt}
      else ${minute} - ${opensAt} end`;

const leadFact: DerivedTable = {
  name: 'lead_fact',
  root: { kind: 'lead', column: 'lead_id' },
  wholeFor: ['calendar_day'],
  select: (only) => `
    select l.id as lead_id, l.name, l.customer_id, l.opportunity_id, l.owner_id as rep_id, l.source_id, l.region_id,
      l.created_on, l.created_minute, l.responded_on,
      if(row(l.responded_on, l.responded_minute) >= row(l.created_on, l.created_minute),
        ${businessMinutes('r', 'l.responded_minute')} - (${businessMinutes('c', 'l.created_minute')}), null) as response_minutes,
      l.valid_on, l.invalid_on, l.converted_on
    from raw_lead l
    left join raw_calendar_day c on c.day = l.created_on
    left join raw_calendar_day r on r.day = l.responded_on
    where ${only('l.id')}`,
};

const customer: DerivedTable = {
  name: 'customer',
  root: { kind: 'customer', column: 'id' },
  wholeFor: [],
  select: (only) => `select * from raw_customer where ${only('id')}`,
};

const interactionFact: DerivedTable = {
  name: 'interaction_fact',
  root: { kind: 'interaction', column: 'interaction_id' },
  wholeFor: [],
  select: (only) => `
    select i.id as interaction_id, i.customer_id, i.opportunity_id, i.rep_id, coalesce(c.region_id, o.region_id) as region_id,
      i.type, i.initiator, i.on_day, i.minute
    from raw_interaction i
    left join raw_customer c on c.id = i.customer_id
    left join raw_opportunity o on o.id = i.opportunity_id
    where ${only('i.id')}`,
};

/** Tables about customers, leads and what was said to them. */
export const leadTables: readonly DerivedTable[] = [customer, leadFact, interactionFact];
