import type { Reason } from '#semantic/define.ts';

/** An order that is not placed yet. */
export const draft: Reason = { id: 'draft', label: { zh: '草稿', en: 'Draft' }, when: 'f.is_draft' };

/** An order that was cancelled by the end of the period; one cancelled later had still counted then. */
export const cancelled: Reason = {
  id: 'cancelled',
  label: { zh: '已取消', en: 'Cancelled' },
  when: 'f.cancelled_on < :as_of',
};

/** An order line or a deal whose source gives no amount. */
export const noAmount: Reason = {
  id: 'no_amount',
  label: { zh: '没有金额', en: 'No amount' },
  when: 'f.amount is null',
};

/** A line without cost has no profit that could be known. */
export const noCost: Reason = { id: 'no_cost', label: { zh: '没有成本', en: 'No cost' }, when: 'f.cost is null' };

/** An order that names no customer. */
export const noCustomer: Reason = {
  id: 'no_customer',
  label: { zh: '没有客户', en: 'No customer' },
  when: 'f.customer_id is null',
};

/** A deal that has no outcome yet. */
export const stillOpen: Reason = {
  id: 'still_open',
  label: { zh: '尚未结束', en: 'Still open' },
  when: "f.status = 'open'",
};

/** Disqualified (无效) is not lost. */
export const disqualified: Reason = {
  id: 'disqualified',
  label: { zh: '无效商机', en: 'Disqualified' },
  when: "f.status = 'disqualified'",
};

/** Too young for its cohort to be judged. */
export const tooYoung: Reason = {
  id: 'too_young',
  label: { zh: '观察期未满', en: 'Not yet mature' },
  when: 'f.created_on > :known - 1 - :cohort_days',
};

/** Entered its stage too recently to be judged. */
export const tooFresh: Reason = {
  id: 'too_young',
  label: { zh: '观察期未满', en: 'Not yet mature' },
  when: 'f.entered_on > :known - 1 - :cohort_days',
};

/** A deal that has been in the stage before. */
export const cameBack: Reason = {
  id: 'came_back',
  label: { zh: '再次进入该阶段', en: 'In the stage again' },
  when: 'not f.is_first',
};

/** A deal of which the source gave only a present state: nobody knows when it was where. */
export const noStageHistory: Reason = {
  id: 'no_stage_history',
  label: { zh: '没有阶段历史', en: 'No stage history' },
  when: 'not f.has_stage_history',
};

/** A row without the day it would count on. */
export function noDay(column: string, label: Reason['label']): Reason {
  return { id: 'no_date', label, when: `${column} is null` };
}
