import type { Fact } from '#semantic/define.ts';
import {
  amount,
  createdOn,
  customer,
  expectedCloseOn,
  leftOn,
  name,
  product,
  region,
  rep,
  source,
  stage,
} from './list-columns.ts';
import { cameBack, noDay, noStageHistory, stillOpen, tooFresh, tooYoung } from './reasons.ts';

const links = {
  customer: 'f.customer_id',
  region: 'f.region_id',
  source: 'f.source_id',
  product: 'f.product_id',
  pipeline: 'f.pipeline_id',
  stage: 'f.stage_id',
  lost_reason: 'f.lost_reason',
  competitor: 'f.competitor',
};

const createdDay = { zh: '创建日', en: 'Created on' };
const list = [name, customer, rep, stage, product, source, region, createdOn, expectedCloseOn, amount];

/** Deals on the day they were created, credited to the first owner. */
export const dealCreated: Fact = {
  id: 'deal_created',
  label: { zh: '新建商机', en: 'Deals created' },
  relation: 'deal',
  rowId: 'f.opportunity_id',
  kind: 'flow',
  day: 'f.created_on',
  dayLabel: createdDay,
  minute: 'f.created_minute',
  holds: 'f.from_on < :as_of and f.before_on >= :as_of',
  links: { ...links, rep: 'f.created_rep_id' },
  leftOut: [noDay('f.created_on', { zh: '没有创建日', en: 'No creation date' })],
  worth: 'f.amount',
  list: list.map((column) => (column.id === 'rep' ? { ...column, sql: 'f.created_rep_id' } : column)),
};

/** Deals by creation, each seen as it is now and only when old enough to be judged. */
export const dealCohort: Fact = {
  ...dealCreated,
  id: 'deal_cohort',
  label: { zh: '满观察期的商机', en: 'Mature deals' },
  holds: 'f.from_on < :known and f.before_on >= :known',
  leftOut: [...dealCreated.leftOut, tooYoung],
};

/** Deals on the day of their outcome, credited to the owner at that time. */
export const dealOutcome: Fact = {
  ...dealCreated,
  id: 'deal_outcome',
  label: { zh: '商机结果', en: 'Deal outcomes' },
  day: 'f.status_on',
  dayLabel: { zh: '结果日', en: 'Closed on' },
  minute: 'f.status_minute',
  links: { ...links, rep: 'f.rep_id' },
  leftOut: [stillOpen, noDay('f.status_on', { zh: '没有结束日', en: 'No close date' })],
  list,
};

/** Deals as they stand at the end of the last known day. */
export const dealStanding: Fact = {
  id: 'deal_standing',
  label: { zh: '在途商机', en: 'Open deals' },
  relation: 'deal',
  rowId: 'f.opportunity_id',
  kind: 'stock',
  day: ':as_of - 1',
  dayLabel: { zh: '截至', en: 'As of' },
  holds: 'f.from_on < :as_of and f.before_on >= :as_of',
  links: { ...links, rep: 'f.rep_id' },
  leftOut: [],
  worth: 'f.amount',
  list,
};

/** The same with the win probability configured for the stage. */
export const dealWeighted: Fact = {
  ...dealStanding,
  id: 'deal_weighted',
  relation:
    '(select d.*, s.probability, d.amount * s.probability as weighted from deal d left join stage s on s.id = d.stage_id)',
};

/** Stays in a stage on the day they began, credited to the owner then. */
export const stageVisit: Fact = {
  id: 'stage_visit',
  label: { zh: '阶段停留', en: 'Stays in a stage' },
  relation: 'stage_visit',
  rowId: 'f.visit_id',
  kind: 'flow',
  day: 'f.entered_on',
  dayLabel: { zh: '进入日', en: 'Entered on' },
  links: {
    customer: 'f.customer_id',
    region: 'f.region_id',
    source: 'f.source_id',
    product: 'f.product_id',
    pipeline: 'f.pipeline_id',
    stage: 'f.stage_id',
    rep: 'f.rep_id',
  },
  leftOut: [noStageHistory, noDay('f.entered_on', { zh: '没有进入日', en: 'No day of entry' })],
  worth: 'f.amount',
  list: [customer, rep, stage, product, source, region, createdOn, leftOn, amount],
};

/** First stays in a stage, old enough to be judged, each seen as it is now. */
export const stageCohort: Fact = {
  ...stageVisit,
  id: 'stage_cohort',
  label: { zh: '满观察期的阶段首次进入', en: 'Mature first stays in a stage' },
  leftOut: [...stageVisit.leftOut, cameBack, tooFresh],
};
