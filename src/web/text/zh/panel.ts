/** Texts of panels: tools, states, 口径卡, the rows behind a number. */
export const panel = {
  'panel.change.up': '上升',
  'panel.change.down': '下降',
  'panel.passport': '口径',
  'panel.table': '看表格',
  'panel.chart': '看图',
  'panel.download': '下载',
  'panel.loading': '正在计算',
  'panel.waited': '已用{{seconds}}秒',
  'panel.cancel': '取消',
  'panel.retry': '重试',
  'panel.failed': '没能算出来：{{why}}',
  'panel.code': '代码{{code}}',
  'panel.stuck': '数据停在{{when}}',
  'panel.empty': '这个范围里没有数据',
  'panel.total': '合计',
} as const;
