/** Texts of the customers page: tiers, RFM, activity, the pool, trends. */
export const customers = {
  'customers.unit': '家',
  'customers.lead.active':
    '{{period}}<b>{{active}}家</b>客户下了单，其中新客户<b>{{new}}家</b>，复购率<b>{{repeat}}</b>。',
  'customers.fact.active': '活跃客户',
  'customers.fact.new': '新客户',
  'customers.fact.repeat': '复购率',
} as const;
