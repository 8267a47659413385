import type { ListColumn } from '#semantic/define.ts';

/** Columns that lists behind numbers share; a fact picks and adds its own. */
export const number: ListColumn = { id: 'number', label: { zh: '单号', en: 'Number' }, sql: 'f.number', kind: 'text' };
export const customer: ListColumn = {
  id: 'customer',
  label: { zh: '客户', en: 'Customer' },
  sql: 'f.customer_id',
  kind: 'text',
  names: 'customer',
};
export const rep: ListColumn = {
  id: 'rep',
  label: { zh: '销售', en: 'Rep' },
  sql: 'f.rep_id',
  kind: 'text',
  names: 'rep',
};
export const region: ListColumn = {
  id: 'region',
  label: { zh: '地区', en: 'Region' },
  sql: 'f.region_id',
  kind: 'text',
  names: 'region',
};
export const product: ListColumn = {
  id: 'product',
  label: { zh: '产品', en: 'Product' },
  sql: 'f.product_id',
  kind: 'text',
  names: 'product',
};
export const stage: ListColumn = {
  id: 'stage',
  label: { zh: '阶段', en: 'Stage' },
  sql: 'f.stage_id',
  kind: 'text',
  names: 'stage',
};
export const source: ListColumn = {
  id: 'source',
  label: { zh: '来源', en: 'Source' },
  sql: 'f.source_id',
  kind: 'text',
  names: 'source',
};
export const name: ListColumn = { id: 'name', label: { zh: '名称', en: 'Name' }, sql: 'f.name', kind: 'text' };
export const quantity: ListColumn = {
  id: 'quantity',
  label: { zh: '数量', en: 'Quantity' },
  sql: 'f.quantity',
  kind: 'quantity',
};
export const amount: ListColumn = { id: 'amount', label: { zh: '金额', en: 'Amount' }, sql: 'f.amount', kind: 'money' };
export const createdOn: ListColumn = {
  id: 'created_on',
  label: { zh: '创建日', en: 'Created on' },
  sql: 'f.created_on',
  kind: 'day',
};
export const expectedCloseOn: ListColumn = {
  id: 'expected_close_on',
  label: { zh: '预计成交', en: 'Expected close' },
  sql: 'f.expected_close_on',
  kind: 'day',
};
export const leftOn: ListColumn = {
  id: 'left_on',
  label: { zh: '离开日', en: 'Left on' },
  sql: 'case when f.left_on < :as_of then f.left_on end',
  kind: 'day',
};
