import type { Fact } from '#semantic/define.ts';
import { createdOn, customer, name, region, rep, source } from './list-columns.ts';
import { noDay, tooYoung } from './reasons.ts';

/** Leads on the day they came in. */
export const lead: Fact = {
  id: 'lead',
  label: { zh: '线索', en: 'Leads' },
  relation: 'lead_fact',
  rowId: 'f.lead_id',
  kind: 'flow',
  day: 'f.created_on',
  dayLabel: { zh: '创建日', en: 'Created on' },
  minute: 'f.created_minute',
  links: { rep: 'f.rep_id', customer: 'f.customer_id', region: 'f.region_id', source: 'f.source_id' },
  leftOut: [noDay('f.created_on', { zh: '没有创建日', en: 'No creation date' })],
  worth: null,
  list: [name, customer, rep, source, region, createdOn],
};

/** Leads old enough to be judged, each seen as it is now. */
export const leadCohort: Fact = {
  ...lead,
  id: 'lead_cohort',
  label: { zh: '满观察期的线索', en: 'Mature leads' },
  leftOut: [...lead.leftOut, tooYoung],
};

/** Calls, visits, replies and other contacts with customers. */
export const interaction: Fact = {
  id: 'interaction',
  label: { zh: '互动', en: 'Interactions' },
  relation: 'interaction_fact',
  rowId: 'f.interaction_id',
  kind: 'flow',
  day: 'f.on_day',
  dayLabel: { zh: '互动日', en: 'On' },
  minute: 'f.minute',
  links: { rep: 'f.rep_id', customer: 'f.customer_id', region: 'f.region_id', interaction_type: 'f.type' },
  leftOut: [],
  worth: null,
  list: [{ id: 'type', label: { zh: '方式', en: 'Type' }, sql: 'f.type', kind: 'text' }, customer, rep, region],
};
