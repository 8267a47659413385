/** Texts of the pipeline: its sentence and figures, stages, dwell, cohort funnel. */
export const pipeline = {
  'pipeline.lead.basis': '快照是分布，不是转化；归属为事件发生时的负责人',
  'pipeline.lead.open': '未结商机<b>{{count}}个、{{amount}}</b>，按阶段赢率加权<b>{{weighted}}</b>。',
  'pipeline.fact.weighted': '加权金额',
  'pipeline.fact.cycle': '成交周期',
} as const;
