import type { Dimension } from '#semantic/define.ts';

/** What numbers are split and filtered by. */
export const dimensions: readonly Dimension[] = [
  { id: 'rep', label: { zh: '销售', en: 'Rep' }, link: 'rep', names: 'person', seenBy: 'people' },
  { id: 'team', label: { zh: '团队', en: 'Team' }, link: 'rep', names: 'team', isTeam: true },
  {
    id: 'region',
    label: { zh: '大区', en: 'Region' },
    link: 'region',
    through: { table: 'region', column: 'root_id' },
    names: 'region',
    below: ['root_id', 'province_id', 'parent_id', 'id'],
  },
  {
    id: 'province',
    label: { zh: '省份', en: 'Province' },
    link: 'region',
    through: { table: 'region', column: 'province_id' },
    names: 'region',
  },
  { id: 'product', label: { zh: '产品', en: 'Product' }, link: 'product', names: 'product' },
  {
    id: 'product_line',
    label: { zh: '产品线', en: 'Product line' },
    link: 'product',
    through: { table: 'product', column: 'root_line_id' },
    names: 'product_line',
    below: ['root_line_id', 'line_id'],
  },
  {
    id: 'product_group',
    label: { zh: '产品子类', en: 'Product group' },
    link: 'product',
    through: { table: 'product', column: 'line_id' },
    names: 'product_line',
  },
  { id: 'customer', label: { zh: '客户', en: 'Customer' }, link: 'customer', names: 'customer', seenBy: 'rows' },
  {
    id: 'customer_type',
    label: { zh: '客户类型', en: 'Customer type' },
    link: 'customer',
    through: { table: 'customer', column: 'type' },
  },
  {
    id: 'customer_tier',
    label: { zh: '客户等级', en: 'Customer tier' },
    link: 'customer',
    through: { table: 'customer', column: 'tier' },
  },
  {
    id: 'industry',
    label: { zh: '行业', en: 'Industry' },
    link: 'customer',
    through: { table: 'customer', column: 'industry' },
  },
  { id: 'source', label: { zh: '来源', en: 'Source' }, link: 'source', names: 'source' },
  { id: 'pipeline', label: { zh: '销售流程', en: 'Pipeline' }, link: 'pipeline', names: 'pipeline' },
  { id: 'stage', label: { zh: '阶段', en: 'Stage' }, link: 'stage', names: 'stage', listed: 'position' },
  { id: 'lost_reason', label: { zh: '输单原因', en: 'Lost reason' }, link: 'lost_reason' },
  { id: 'competitor', label: { zh: '竞争对手', en: 'Competitor' }, link: 'competitor' },
  {
    id: 'order_kind',
    label: { zh: '首单或复购', en: 'First or repeat order' },
    link: 'order_kind',
    members: [
      { key: 'first', label: { zh: '首单', en: 'First order' } },
      { key: 'repeat', label: { zh: '复购', en: 'Repeat order' } },
    ],
  },
  { id: 'order_value_band', label: { zh: '订单金额档', en: 'Order value band' }, link: 'order_value_band' },
  { id: 'refund_reason', label: { zh: '退款原因', en: 'Refund reason' }, link: 'refund_reason' },
  { id: 'interaction_type', label: { zh: '互动方式', en: 'Interaction type' }, link: 'interaction_type' },
];
